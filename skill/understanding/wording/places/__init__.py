"""Which words of a text are meant by a correction, and what goes into their place."""
