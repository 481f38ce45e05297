"""What is asked to be heard, in whatever words: imported with the first words, not at a launch."""
