"""What is done to a message that was just sent."""
