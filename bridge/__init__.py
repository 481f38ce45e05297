"""The Slack side: what the outbox holds goes to Slack, what Slack tells goes to the mailbox."""
