"""Running text with Slack's marks in it."""
