"""From the words that name somebody or somewhere to people and conversations. Pure."""
