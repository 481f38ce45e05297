"""Records and items of the version before, as they stood in queue and table, are read."""

import json

import pytest

from postbox.outbox.commands import (
    AddReaction,
    CancelScheduled,
    CommandKind,
    DeleteMessage,
    FetchMissed,
    MarkRead,
    MarkUnread,
    Mention,
    ScheduleMessage,
    SendMessage,
    UpdateMessage,
)
from postbox.outbox.held import HeldMessages
from postbox.outbox.notices import Notices
from postbox.outbox.receipt import DeliveryState, FailureReason
from postbox.outbox.receipts import Receipts
from postbox.outbox.records import command_in
from postbox.outbox.schedules import Schedules
from postbox.store import keys
from postbox.store.items import put

SAID = {
    "id": "c1",
    "link_id": "personal",
    "team_id": "T1",
    "conversation_id": "C1",
    "conversation_name": "general",
    "spoken_at": 1790000000.5,
    "locale": "en-US",
}
MESSAGE = {"version": 1, **SAID, "text": "hi @Ana", "thread_ts": None, "mentions": ["3:7:U2", "?"]}
ACTION = {
    "version": 1,
    **SAID,
    "ts": "1.000002",
    "since": None,
    "emoji": "tada",
    "text": "hi",
    "mentions": [],
    "thread_ts": None,
    "post_at": 1790003600.0,
    "scheduled_by": "c0",
}
AT = {"ts": "1.000002"}
COMMANDS = {
    "react": AddReaction(**SAID, **AT, emoji="tada"),
    "edit": UpdateMessage(**SAID, **AT, text="hi"),
    "unsend": DeleteMessage(**SAID, **AT),
    "schedule": ScheduleMessage(**SAID, text="hi", post_at=1790003600.0),
    "unschedule": CancelScheduled(**SAID, post_at=1790003600.0, scheduled_by="c0"),
    "mark": MarkRead(**SAID, **AT),
    "mark back": MarkUnread(**SAID, **AT),
    "fill": FetchMissed(**SAID),
}
SENT = SendMessage(**SAID, text="hi @Ana", mentions=(Mention(3, 7, "U2"),))


def test_a_message_of_version_1_is_read():
    assert command_in(json.dumps(MESSAGE)) == SENT


@pytest.mark.parametrize(("kind", "command"), COMMANDS.items())
def test_an_action_of_version_1_is_read(kind, command):
    assert command_in(json.dumps({**ACTION, "kind": kind})) == command


@pytest.mark.parametrize(
    ("state", "read"),
    [("queued", "queued"), ("posting", "claimed"), ("posted", "confirmed"), ("held", "held")],
)
def test_a_receipt_of_version_1_is_read(table, state, read):
    item = {
        "version": 1,
        "message_id": "c1",
        "link_id": "personal",
        "conversation_id": "C1",
        "conversation_name": "general",
        "spoken_at": SAID["spoken_at"],
        "state": state,
        "attempts": 2,
        "maybe_posted_since": 1790000001.25,
        "claimed_by": None,
        "claimed_until": None,
        "ts": None,
        "reason": None,
        "settled_at": None,
        "revision": 3,
    }
    table.apply(put({**keys.sent("personal", SAID["spoken_at"], "c1"), **item}))
    receipt = Receipts(table).of(SENT)
    assert (receipt.command_id, receipt.kind) == ("c1", CommandKind.SEND_MESSAGE)
    assert (receipt.state, receipt.revision) == (DeliveryState(read), 3)
    assert receipt.maybe_done_since == 1790000001.25


@pytest.mark.parametrize(
    ("action", "kind"),
    [(None, CommandKind.SEND_MESSAGE), ("unsend", CommandKind.DELETE_MESSAGE)],
)
def test_bad_news_of_version_1_is_told(table, action, kind):
    item = {
        "version": 1,
        "message_id": "c1",
        "link_id": "personal",
        "conversation_id": "C1",
        "conversation_name": "general",
        "spoken_at": 1.5,
        "text": "hi @Ana",
        "state": "failed",
        "reason": "archived",
        "mentions": ["3:7:U2"],
        "action": action,
    }
    table.apply(put({**keys.notice("personal", 1.5, "c1"), **item}))
    (notice,) = Notices(table).untold("personal", "r1")
    assert (notice.command_id, notice.kind) == ("c1", kind)
    assert (notice.reason, notice.mentions) == (FailureReason.ARCHIVED, SENT.mentions)


def test_a_held_message_of_version_1_comes_back(table):
    item = {"message": json.dumps(MESSAGE)}
    table.apply(put({**keys.held("personal", SAID["spoken_at"], "c1"), **item}))
    assert HeldMessages(table).of("personal") == [SENT]


@pytest.mark.parametrize("wanted_back_by", [None, "c9"])
def test_a_scheduled_message_of_version_1_is_listed(table, wanted_back_by):
    item = {
        "version": 1,
        "action_id": "c0",
        "link_id": "personal",
        "team_id": "T1",
        "conversation_id": "C1",
        "conversation_name": "general",
        "text": "hi",
        "post_at": 1790003600.0,
        "scheduled_id": "Q1",
        "unscheduled_by": wanted_back_by,
    }
    table.apply(put({**keys.scheduled("personal", 1790003600.0, "c0"), **item}))
    (scheduled,) = Schedules(table).of("personal", 1790000000.0)
    assert scheduled == Schedules(table).meant_by(COMMANDS["unschedule"])
    assert (scheduled.command_id, scheduled.scheduled_id) == ("c0", "Q1")
    assert scheduled.cancelled_by == wanted_back_by
    assert Receipts(table).of_scheduled(scheduled) is None
