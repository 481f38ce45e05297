"""Until when an action is worth trying, and what is told where it was not done by then. Pure."""

from postbox.outbox.action import ActionKind, OutboundAction
from postbox.outbox.message import OutboundMessage
from postbox.outbox.receipt import FailureReason

DAY = 86_400.0
LONGEST_SECONDS = DAY / 2
"""SQS hides a record for no longer."""


def deadline(action: OutboundAction, max_age: float) -> float:
    """Return the last moment at which to try, in epoch seconds.

    A schedule is worth as much as its message; taking one back helps until the message is posted.
    """
    if action.is_quiet:
        return action.spoken_at + DAY
    longest = action.spoken_at + LONGEST_SECONDS
    post_at = action.post_at or 0.0
    if action.kind is ActionKind.SCHEDULE:
        return min(longest, post_at + max_age)
    if action.kind is ActionKind.UNSCHEDULE:
        return min(longest, post_at)
    return action.spoken_at + max_age


def lifetime(content: OutboundMessage | OutboundAction | None, max_age: float) -> float:
    """Return for how many seconds after it was spoken it is worth trying; None is unreadable."""
    if isinstance(content, OutboundAction):
        return max(0.0, deadline(content, max_age) - content.spoken_at)
    return max_age


def too_late(action: OutboundAction, now: float) -> FailureReason:
    """Return why an action is not done whose deadline is over."""
    has_come = now > (action.post_at or 0.0)
    if action.kind is ActionKind.SCHEDULE and has_come:
        return FailureReason.TIME_PASSED
    if action.kind is ActionKind.UNSCHEDULE and has_come:
        return FailureReason.TOO_LATE
    return FailureReason.TOO_OLD
