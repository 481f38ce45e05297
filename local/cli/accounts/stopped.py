"""What a step says when it cannot go on."""


class Stopped(Exception):
    """It cannot go on; the message says the one thing to do. What was done stays done."""


SIGN_IN = "Sign in first, for example with: aws sso login (or aws configure)."
"""What is said where AWS does not know who asks."""
