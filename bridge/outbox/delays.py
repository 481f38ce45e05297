"""After how many seconds an attempt is followed by the next. Pure."""

from math import ceil

from postbox.outbox.receipt import Receipt

SLOWEST_RETRY_SECONDS = 60
VISIBILITY_SECONDS = 20
"""For so long the outbox hides what it gave out, unless it is told otherwise."""
LEAST_RECEIVES, MOST_RECEIVES = 5, 1000
"""How often the queue gives something out at least before it gives it up; and what SQS allows."""


def patience(receipt: Receipt, asked: int) -> int:
    """As long as Slack asks; a limit that does not end is asked less and less often."""
    return max(asked, min(receipt.attempts // 5, SLOWEST_RETRY_SECONDS))


def backoff(receipt: Receipt) -> int:
    """Three seconds a few times (Slack may still be storing the message), then ever more."""
    return backoff_after(receipt.attempts)


def backoff_after(attempts: int) -> int:
    """Return the same after so many attempts, the last one included."""
    return min(3 << max(0, min(attempts - 3, 5)), SLOWEST_RETRY_SECONDS)


def most_receives(max_message_age: float) -> int:
    """Return how often the outbox gives a record out before it goes to the dead letters.

    What every worker dies over comes back when its visibility ends, and keeps its conversation
    waiting meanwhile: no longer than for the age in seconds at which it would be given up anyway.
    """
    return max(LEAST_RECEIVES, min(MOST_RECEIVES, int(max_message_age // VISIBILITY_SECONDS)))


def pace(received: int, lifetime: float, max_message_age: float) -> int:
    """Return for how many seconds at least a record rests that was given out so often.

    Half of its receives may follow each other as fast as Slack's limits have it; the others but
    the last take all the seconds for which it is worth trying. With the last one a worker gives it
    up: the queue itself has only what no worker could decide about.
    """
    most = most_receives(max_message_age)
    quick = most // 2
    return 0 if received <= quick else ceil(lifetime / (most - 1 - quick))


def whole(seconds: float) -> int:
    """Return whole seconds that are no less than these."""
    return int(seconds) + 1
