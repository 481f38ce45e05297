"""Where links, and what belongs to each, are kept."""
