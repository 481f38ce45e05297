"""Slack's Events API: what changes, signed and brought to the app."""
