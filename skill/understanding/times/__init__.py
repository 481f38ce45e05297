"""Times as they are spoken. Pure."""
