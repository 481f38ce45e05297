"""What goes wrong on demand, and Slack's limits."""
