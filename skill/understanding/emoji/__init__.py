"""Emoji as they are called. Pure."""
