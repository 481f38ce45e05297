"""What one attempt to carry out a command came to. Pure."""

from enum import StrEnum
from typing import NamedTuple


class Result(StrEnum):
    """The kinds of outcome; also the names under which they are counted."""

    CONFIRMED = "confirmed"
    FAILED = "failed"
    DOUBTFUL = "doubtful"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    """Taken back in time."""
    DROPPED = "dropped"
    """Given up, and nobody waits for it."""
    AGAIN = "again"
    """Not settled: the record comes back after a delay."""
    ALREADY = "already"
    """Nothing to do: settled by an earlier delivery of the same record."""


class AttemptOutcome(NamedTuple):
    """One attempt's result, for the queue, the log and the metrics. Holds no message text."""

    result: Result
    detail: str = ""
    """Slack's error code, or what kept the attempt from ending."""
    delay: int = 0
    """Seconds after which to try again."""
    ts: str | None = None
    attempts: int = 0
    slack_calls: int = 0
    bury: bool = False
    """Whether the record belongs among the dead letters."""

    @property
    def is_settled(self) -> bool:
        """Whether the queue may forget the record."""
        return self.result is not Result.AGAIN
