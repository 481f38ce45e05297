"""Slack's messages as a person would tell them. Pure: no SDK, no clock, no environment."""
