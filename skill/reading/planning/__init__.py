"""What of the unread is told, in which order and words. Pure."""
