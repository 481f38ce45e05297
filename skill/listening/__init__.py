"""Listening: what is new for a speaker, told turn by turn, and what was heard of it recorded."""
