"""What yes, no, a name, words and the like do at each open question."""
