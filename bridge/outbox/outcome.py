"""What one attempt to deliver a message, or to do an action, came to."""

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """The kinds of outcome; also the names under which they are counted."""

    POSTED = "posted"
    FAILED = "failed"
    DOUBTFUL = "doubtful"
    HELD = "held"
    AGAIN = "again"
    """Not settled: the message comes back after a delay."""
    ALREADY = "already"
    """Nothing to do: settled by an earlier delivery of the same record."""
    DONE = "done"
    """An action is in Slack, or needs nothing done there."""
    DROPPED = "dropped"
    """An action that nobody waits for was given up, or one was taken back in time."""


@dataclass(frozen=True)
class Outcome:
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
    """Whether the message belongs among the dead letters."""

    @property
    def is_settled(self) -> bool:
        """Whether the queue may forget the message."""
        return self.result is not Result.AGAIN
