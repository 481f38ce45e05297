"""How long the function at work may still run: no call is begun that it may not outlive.

Every function says so once, at its entry; every call looks, wherever it is made.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from typing import Any

LEAST_SECONDS = 1.25
"""What must be left when a call to AWS is begun; so whatever waits leaves as much."""

_left: ContextVar[Callable[[], float]] = ContextVar("left", default=lambda: inf)


@contextmanager
def within(context: Any, spare: float = 0.0) -> Iterator[None]:
    """Work within the time of one invocation, given Lambda's context, less some seconds."""
    with _lasting(lambda: context.get_remaining_time_in_millis() / 1000 - spare):
        yield


def seconds_left() -> float:
    """Return the seconds that are left; without end where nobody said how many."""
    return _left.get()()


def shared(together: Callable[..., Any]) -> Callable[..., Any]:
    """Return what works as `map` does, in threads perhaps, all within the caller's time."""

    def each(work: Callable[[Any], Any], things: Any) -> Any:
        left = _left.get()

        def timed(thing: Any) -> Any:
            with _lasting(left):
                return work(thing)

        return together(timed, things)

    return each


@contextmanager
def _lasting(left: Callable[[], float]) -> Iterator[None]:
    token = _left.set(left)
    try:
        yield
    finally:
        _left.reset(token)
