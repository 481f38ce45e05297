"""Names as they are spoken: words, numbers, sounds, and an index of a directory by them. Pure."""
