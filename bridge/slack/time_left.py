"""How long the function at work may still run. No call to Slack is begun that it may not outlive.

Every function says so once, at its entry; every call looks, wherever it is made.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from typing import Any

CALL_SECONDS = 5.0
"""What must be left when a call is begun: Slack's time-out, and a second to write down the rest."""

_left: ContextVar[Callable[[], float]] = ContextVar("left", default=lambda: inf)


@contextmanager
def within(context: Any) -> Iterator[None]:
    """Work within the time of one invocation, given Lambda's context of it."""
    token = _left.set(lambda: float(context.get_remaining_time_in_millis()) / 1000)
    try:
        yield
    finally:
        _left.reset(token)


def seconds_left() -> float:
    """Return the seconds that are left; without end where nobody said how many."""
    return _left.get()()


def is_time_for_a_call() -> bool:
    """Whether Slack would have time to answer."""
    return seconds_left() >= CALL_SECONDS
