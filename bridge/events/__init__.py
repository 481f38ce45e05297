"""What Slack tells: checked, understood, and kept in the inbox and the directory."""
