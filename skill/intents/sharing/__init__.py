"""Intents about who may hear and send, and about one's own accounts."""
