"""Slack's payloads in and out. Pure."""
