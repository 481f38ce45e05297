"""What a step says when it cannot go on."""


class Stopped(Exception):
    """It cannot go on; the message says the one thing to do. What was done stays done."""
