"""What is said while a question about a message is open, and what it does to the message."""
