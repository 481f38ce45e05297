"""Text as Slack keeps it, and the rich text that its clients send beside it."""
