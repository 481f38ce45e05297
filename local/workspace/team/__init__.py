"""A Slack team: its people, its conversations, and the app in it."""
