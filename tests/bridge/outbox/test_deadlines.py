"""Until when a command is tried, as a table."""

from typing import get_args

import pytest

from bridge.outbox.deadlines import LONGEST_SECONDS, deadline, too_late
from postbox.outbox.commands import Command, CommandKind
from postbox.outbox.receipt import FailureReason

CLASSES = {kind.KIND: kind for kind in get_args(Command)}
NOW, MAX_AGE, HOUR, DAY = 1_790_000_000.0, 900.0, 3600.0, 86_400.0


def command(kind: CommandKind, post_in: float | None = None) -> Command:
    some = {
        "ts": "1.000001",
        "text": "hi",
        "emoji": "tada",
        "scheduled_by": "a0",
        "post_at": NOW + (post_in or 0),
    }
    of_kind = CLASSES[kind]
    return of_kind(
        id="a1",
        link_id="personal",
        team_id="T1",
        conversation_id="C1",
        conversation_name="general",
        spoken_at=NOW,
        locale="en-US",
        **{name: value for name, value in some.items() if name in of_kind.__dataclass_fields__},
    )


@pytest.mark.parametrize(
    ("kind", "post_in", "seconds"),
    [
        (CommandKind.SEND_MESSAGE, None, MAX_AGE),
        (CommandKind.ADD_REACTION, None, MAX_AGE),
        (CommandKind.UPDATE_MESSAGE, None, MAX_AGE),
        (CommandKind.DELETE_MESSAGE, None, MAX_AGE),
        (CommandKind.MARK_READ, None, LONGEST_SECONDS),
        (CommandKind.MARK_UNREAD, None, LONGEST_SECONDS),
        (CommandKind.FETCH_MISSED, None, LONGEST_SECONDS),
        (CommandKind.SCHEDULE_MESSAGE, 60, 60 + MAX_AGE),
        (CommandKind.SCHEDULE_MESSAGE, HOUR, HOUR + MAX_AGE),
        (CommandKind.SCHEDULE_MESSAGE, 30 * DAY, LONGEST_SECONDS),
        (CommandKind.CANCEL_SCHEDULED, 60, 60),
        (CommandKind.CANCEL_SCHEDULED, HOUR, HOUR),
        (CommandKind.CANCEL_SCHEDULED, 30 * DAY, LONGEST_SECONDS),
    ],
)
def test_a_command_is_tried_as_long_as_it_is_worth_it(kind, post_in, seconds):
    assert deadline(command(kind, post_in), MAX_AGE) == NOW + seconds


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
    late = command(kind, post_in)
    assert too_late(late, deadline(late, MAX_AGE) + 1) is reason
