"""What names sound like to an English ear, and the English words in them. Pure."""

LANGUAGE = "en"
"""Whose sounds these are; stored names say it, too."""
