"""What could not be dealt with and was set aside: told to the person who runs Earshot."""

from collections.abc import Callable, Mapping
from typing import Protocol

from postbox.metrics import Counter

MESSAGE = "set aside"
"""Of the log's line."""
METRIC = "SetAside"


class Log(Protocol):
    """A logger that takes facts beside a line, as aws_lambda_powertools' does."""

    def warning(self, msg: object, /, *, extra: Mapping[str, object]) -> None:
        """Write a line."""


def reported(log: Log, counter: Counter) -> Callable[[str, str], None]:
    """Return what reports the kind of a thing and why it was set aside; never what it says."""

    def aside(kind: str, why: str) -> None:
        log.warning(MESSAGE, extra={"kind": kind, "why": why})
        counter.count(METRIC)

    return aside
