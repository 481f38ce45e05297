"""Where the inbox is kept."""
