"""What a speaker has not heard yet, found with few reads."""
