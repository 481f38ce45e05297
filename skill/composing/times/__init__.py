"""Messages for later: their time, asked for, answered, and changed."""
