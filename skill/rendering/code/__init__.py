"""Code, in words."""
