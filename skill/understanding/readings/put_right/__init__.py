"""What is put right before a text begins: a recipient, a carrier."""
