"""Where households, the voices in them and what they did are kept."""
