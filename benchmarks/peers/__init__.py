"""The usual way beside Earshot's: what a speaker waits for, and what becomes of the messages."""
