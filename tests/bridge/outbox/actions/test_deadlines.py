"""Until when an action is tried, as a table."""

import pytest

from bridge.outbox.actions.deadlines import LONGEST_SECONDS, deadline, too_late
from postbox.outbox.action import ActionKind, OutboundAction
from postbox.outbox.receipt import FailureReason

NOW, MAX_AGE, HOUR, DAY = 1_790_000_000.0, 900.0, 3600.0, 86_400.0


def action(kind: ActionKind, post_in: float | None = None) -> OutboundAction:
    post_at = None if post_in is None else NOW + post_in
    return OutboundAction(
        "a1", kind, "personal", "T1", "C1", "general", NOW, "en-US", post_at=post_at
    )


@pytest.mark.parametrize(
    ("kind", "post_in", "seconds"),
    [
        (ActionKind.REACT, None, MAX_AGE),
        (ActionKind.EDIT, None, MAX_AGE),
        (ActionKind.UNSEND, None, MAX_AGE),
        (ActionKind.MARK, None, DAY),
        (ActionKind.MARK_BACK, None, DAY),
        (ActionKind.FILL, None, DAY),
        (ActionKind.SCHEDULE, 60, 60 + MAX_AGE),
        (ActionKind.SCHEDULE, HOUR, HOUR + MAX_AGE),
        (ActionKind.SCHEDULE, 30 * DAY, LONGEST_SECONDS),
        (ActionKind.UNSCHEDULE, 60, 60),
        (ActionKind.UNSCHEDULE, HOUR, HOUR),
        (ActionKind.UNSCHEDULE, 30 * DAY, LONGEST_SECONDS),
    ],
)
def test_an_action_is_tried_as_long_as_it_is_worth_it(kind, post_in, seconds):
    assert deadline(action(kind, post_in), MAX_AGE) == NOW + seconds


@pytest.mark.parametrize(
    ("kind", "post_in", "reason"),
    [
        (ActionKind.REACT, None, FailureReason.TOO_OLD),
        (ActionKind.SCHEDULE, 60, FailureReason.TIME_PASSED),
        (ActionKind.SCHEDULE, 30 * DAY, FailureReason.TOO_OLD),
        (ActionKind.UNSCHEDULE, 60, FailureReason.TOO_LATE),
        (ActionKind.UNSCHEDULE, 30 * DAY, FailureReason.TOO_OLD),
    ],
)
def test_what_was_not_done_by_then_has_its_reason(kind, post_in, reason):
    late = action(kind, post_in)
    assert too_late(late, deadline(late, MAX_AGE) + 1) is reason
