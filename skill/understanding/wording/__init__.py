"""From the words that were said to the text that is posted. Pure."""
