"""All the ways to read a dictated phrase. Pure."""
