"""A request to hear, read from its parts. Pure."""
