"""What is said of a message that was just sent. Pure."""
