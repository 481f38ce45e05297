"""Links kept true: their tokens, and the secrets these come from."""
