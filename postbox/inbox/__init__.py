"""What comes in: messages, whom they concern, and what was read of them."""
