"""From what is said to what the skill is asked."""
