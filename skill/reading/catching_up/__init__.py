"""What is new in a few sentences: "catch me up"."""
