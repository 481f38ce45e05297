"""What is written, changed, taken away, and left to be posted later."""
