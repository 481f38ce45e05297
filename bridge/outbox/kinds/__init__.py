"""The kinds of commands: what each adds to the one engine."""
