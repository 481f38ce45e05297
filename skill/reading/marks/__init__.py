"""What is read and unread, in the inbox and in Slack."""
