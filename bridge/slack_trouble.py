"""How a call to Slack can go wrong, split by what is certain afterwards."""


class SlackRefused(Exception):
    """Slack answered, and said no."""

    def __init__(self, code: str) -> None:
        """Keep Slack's error code; never the body, which may hold text."""
        super().__init__(code)
        self.code = code


class SlackLimited(Exception):
    """Slack wants to be asked again only after some seconds; nothing was done."""

    def __init__(self, seconds: int) -> None:
        """Keep Slack's Retry-After."""
        super().__init__(f"limited for {seconds} s")
        self.seconds = seconds


class SlackUnreachable(Exception):
    """No connection was made; nothing was sent."""


class SlackUnclear(Exception):
    """The call was made, and nobody knows what came of it."""
