"""Speed and size, each figure beside a floor of the same run: the machines are noisy, ratios are not."""
