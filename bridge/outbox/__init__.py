"""What the outbox holds goes to Slack: exactly once, or its speaker is told."""
