"""Slack message objects as a person would say them: never an id, never markup, nothing lost."""
