"""What is left over in a text: neither the text's nor anything a reading knows. Pure."""
