"""Slack's OAuth: the page that asks people for consent, and what codes and tokens become."""
