"""AWS of a world in one process: moto, what functions are called with, and their table access."""
