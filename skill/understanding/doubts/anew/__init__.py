"""What is said anew within a text: a word, a sentence, whom it is for."""
