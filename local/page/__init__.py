"""The page of the local stack: an Echo to talk to, and the Slack workspace beside it."""
