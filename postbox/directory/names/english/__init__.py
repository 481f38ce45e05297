"""What names sound like to an English ear, and the English words in them. Pure."""

SOUNDS = "en 2"
"""Whose sounds these are, and which edition of them: one more where a name sounds otherwise.

Stored names say by which they were indexed.
"""
