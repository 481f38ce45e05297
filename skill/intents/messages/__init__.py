"""Intents about messages of one's own."""
