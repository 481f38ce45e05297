"""What stands further back, and telling it."""
