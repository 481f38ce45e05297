"""Emoji and faces made of letters, by the names that people use."""
