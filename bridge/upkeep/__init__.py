"""What is looked after every few minutes, whatever else goes wrong."""
