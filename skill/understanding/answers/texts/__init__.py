"""The text of a message that was asked for, and what is none. Pure."""
