"""What a step says when it cannot go on."""


class Stopped(Exception):
    """It cannot go on; the message says the one thing to do. What was done stays done."""


SIGN_IN = "Sign in first, for example with: aws sso login (or aws configure)."
"""What is said where AWS does not know who asks."""
_NETWORK = {"EndpointConnectionError", "ConnectTimeoutError", "ReadTimeoutError"}


def cannot_ask(error: Exception, why: str = "AWS cannot be asked") -> str:
    """Say why AWS was not asked: nobody is signed in, or the network leads nowhere."""
    said = str(error).rstrip(".")
    if type(error).__name__ in _NETWORK:
        return f"AWS cannot be reached ({said}). Look at this machine's network."
    return f"{why}: {said}. {SIGN_IN}"
