"""Every way to read whom a message is for, from a word on. Pure."""
