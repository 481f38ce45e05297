"""What passes between the voice side and the Slack side, and where it is kept meanwhile."""
