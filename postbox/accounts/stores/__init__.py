"""Where accounts, and what leads to them, are kept."""
