"""Until when an action is tried, as a table."""

import pytest

from bridge.outbox.actions.deadlines import LONGEST_SECONDS, deadline, too_late
from postbox.outbox.commands import CommandKind, OutboundAction
from postbox.outbox.receipt import FailureReason

NOW, MAX_AGE, HOUR, DAY = 1_790_000_000.0, 900.0, 3600.0, 86_400.0


def action(kind: CommandKind, post_in: float | None = None) -> OutboundAction:
    post_at = None if post_in is None else NOW + post_in
    return OutboundAction(
        "a1", kind, "personal", "T1", "C1", "general", NOW, "en-US", post_at=post_at
    )


@pytest.mark.parametrize(
    ("kind", "post_in", "seconds"),
    [
        (CommandKind.ADD_REACTION, None, MAX_AGE),
        (CommandKind.UPDATE_MESSAGE, None, MAX_AGE),
        (CommandKind.DELETE_MESSAGE, None, MAX_AGE),
        (CommandKind.MARK_READ, None, DAY),
        (CommandKind.MARK_UNREAD, None, DAY),
        (CommandKind.FETCH_MISSED, None, DAY),
        (CommandKind.SCHEDULE_MESSAGE, 60, 60 + MAX_AGE),
        (CommandKind.SCHEDULE_MESSAGE, HOUR, HOUR + MAX_AGE),
        (CommandKind.SCHEDULE_MESSAGE, 30 * DAY, LONGEST_SECONDS),
        (CommandKind.CANCEL_SCHEDULED, 60, 60),
        (CommandKind.CANCEL_SCHEDULED, HOUR, HOUR),
        (CommandKind.CANCEL_SCHEDULED, 30 * DAY, LONGEST_SECONDS),
    ],
)
def test_an_action_is_tried_as_long_as_it_is_worth_it(kind, post_in, seconds):
    assert deadline(action(kind, post_in), MAX_AGE) == NOW + seconds


@pytest.mark.parametrize(
    ("kind", "post_in", "reason"),
    [
        (CommandKind.ADD_REACTION, None, FailureReason.TOO_OLD),
        (CommandKind.SCHEDULE_MESSAGE, 60, FailureReason.TIME_PASSED),
        (CommandKind.SCHEDULE_MESSAGE, 30 * DAY, FailureReason.TOO_OLD),
        (CommandKind.CANCEL_SCHEDULED, 60, FailureReason.TOO_LATE),
        (CommandKind.CANCEL_SCHEDULED, 30 * DAY, FailureReason.TOO_OLD),
    ],
)
def test_what_was_not_done_by_then_has_its_reason(kind, post_in, reason):
    late = action(kind, post_in)
    assert too_late(late, deadline(late, MAX_AGE) + 1) is reason
