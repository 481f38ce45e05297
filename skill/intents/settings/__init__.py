"""Intents about what Earshot keeps: names, and how messages are read."""
