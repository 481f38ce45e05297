"""Until when a command is worth trying, and what is told where it was not done by then. Pure."""

from postbox.outbox.commands import CancelScheduled, Command, CommandKind, ScheduleMessage
from postbox.outbox.receipt import FailureReason
from postbox.outbox.records import NewerCommand

LONGEST_SECONDS = 43_200.0
"""SQS hides a record for no longer."""
PATIENT = {CommandKind.SCHEDULE_MESSAGE, CommandKind.CANCEL_SCHEDULED}
"""Kinds that may be worth trying for as long as that."""


def deadline(command: Command, max_age: float) -> float:
    """Return the last moment at which to try, in epoch seconds.

    A schedule is worth as much as its message; taking one back helps until the message is posted.
    """
    if command.is_quiet:
        return command.spoken_at + LONGEST_SECONDS
    longest = command.spoken_at + LONGEST_SECONDS
    match command:
        case ScheduleMessage():
            return min(longest, command.post_at + max_age)
        case CancelScheduled():
            return min(longest, command.post_at)
    return command.spoken_at + max_age


def lifetime(command: Command | NewerCommand | None, max_age: float) -> float:
    """Return for how many seconds after it was spoken it is worth trying; None is unreadable."""
    if isinstance(command, Command):
        return max(0.0, deadline(command, max_age) - command.spoken_at)
    return max_age


def too_late(command: Command, now: float) -> FailureReason:
    """Return why a command is not carried out whose deadline is over."""
    match command:
        case ScheduleMessage() if now > command.post_at:
            return FailureReason.TIME_PASSED
        case CancelScheduled() if now > command.post_at:
            return FailureReason.TOO_LATE
    return FailureReason.TOO_OLD
