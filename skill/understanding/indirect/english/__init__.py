"""English indirect speech, turned to those who read it. Pure."""
