"""Intents about what was sent already."""
