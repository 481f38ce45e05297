"""Intents about messages of others."""
