"""After how many seconds an attempt is followed by the next. Pure."""

from typing import Protocol

SLOWEST_RETRY_SECONDS = 60


class Tried(Protocol):
    """What knows how often it was tried: a receipt, or a deed."""

    @property
    def attempts(self) -> int:
        """How often, the present time included."""


def patience(tried: Tried, asked: int) -> int:
    """As long as Slack asks; a limit that does not end is asked less and less often.

    The queue counts how often a message was received, and gives it up after a thousand times.
    """
    return max(asked, min(tried.attempts // 5, SLOWEST_RETRY_SECONDS))


def backoff(tried: Tried) -> int:
    """Three seconds a few times (Slack may still be storing the message), then ever more."""
    return min(3 << max(0, min(tried.attempts - 3, 5)), SLOWEST_RETRY_SECONDS)


def whole(seconds: float) -> int:
    """Return whole seconds that are no less than these."""
    return int(seconds) + 1
