"""What a request to hear names: whom and where, since when, about what."""
