"""Speed and size, each figure beside a floor of the same run: ratios tell more than seconds."""
