"""One engine for every kind of command: claimed, called, checked, ended."""
