"""Blocks: what bots send, and what people type in Slack's own box."""
