"""What each bridge Lambda must be told, one file a function: none starts with another one's."""
