"""How long "what's new" takes in a large inbox, and how much of it is read."""
