"""What is said while a question is open, and of names that are taught. Pure."""
