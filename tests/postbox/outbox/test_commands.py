"""Commands on the queue, what became of them, and what is scheduled."""

from dataclasses import fields, replace
from typing import get_args

import pytest
from hypothesis import given, strategies as st

from postbox.outbox.commands import (
    AddReaction,
    CancelScheduled,
    Command,
    CommandKind,
    MarkRead,
    ScheduleMessage,
    SendMessage,
)
from postbox.outbox.notices import Notices, notice_write
from postbox.outbox.receipt import DeliveryState, FailureReason
from postbox.outbox.receipt_life import confirm, fail
from postbox.outbox.receipts import Receipts
from postbox.outbox.records import command_in
from postbox.outbox.schedules import (
    Scheduled,
    Schedules,
    accepted_write,
    kept_write,
    scheduled_write,
)
from postbox.store.codec import to_json
from postbox.store.errors import ConditionFailed, MalformedRecord

SAID = {
    "id": "a1",
    "link_id": "personal",
    "team_id": "T1",
    "conversation_id": "C1",
    "conversation_name": "general",
    "spoken_at": 1.5,
    "locale": "en-US",
}
MESSAGE = SendMessage(**SAID, text="hello")
REACTION = AddReaction(**SAID, ts="2.5", emoji="tada")
SCHEDULE = ScheduleMessage(**SAID, text="lunch", post_at=1_790_003_600.0)
CANCEL = CancelScheduled(**SAID, post_at=1_790_003_600.0, scheduled_by="a1")
LUNCH = Scheduled.of(SCHEDULE)

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@given(st.sampled_from(get_args(Command)).flatmap(st.from_type))
def test_a_record_of_the_queue_is_the_command_that_it_was(command):
    assert command_in(to_json(command)) == command


def test_every_kind_has_a_class_of_its_own():
    kinds = [command.KIND for command in get_args(Command)]
    assert sorted(kinds) == sorted(CommandKind)


def test_no_command_holds_a_token():
    names = {field.name for command in get_args(Command) for field in fields(command)}
    assert not {name for name in names if "token" in name or "secret" in name}


def test_what_is_said_in_a_text_does_not_make_it_another_command():
    message = replace(MESSAGE, text='so "kind":"add_reaction" he says')
    assert command_in(to_json(message)) == message


@pytest.mark.parametrize(
    "body",
    ["", "[]", '{"kind":"add_reaction"}', '{"kind":"dance","version":2}', '{"version":2}'],
)
def test_what_is_no_command_is_refused(body):
    with pytest.raises(MalformedRecord):
        command_in(body)


def test_what_fails_of_marks_and_reactions_keeps_no_message_waiting():
    mark = MarkRead(**SAID, ts="2.5")
    assert len({MESSAGE.group, REACTION.group, mark.group}) == 3


def test_what_takes_a_schedule_back_does_not_wait_behind_it():
    assert SCHEDULE.group != CANCEL.group


def test_a_receipt_is_opened_once_and_settled_by_one(table):
    receipts = Receipts(table)
    first = receipts.open(REACTION)
    done = receipts.save(first, confirm(first, first.ts, 2.0))
    assert receipts.open(REACTION) == done
    with pytest.raises(ConditionFailed):
        receipts.save(first, fail(first, FailureReason.GONE, 3.0))
    assert receipts.actions("personal", 5) == [done]
    assert done.ts == "2.5"


def test_messages_and_what_is_done_beside_them_are_found_apart(table):
    receipts = Receipts(table)
    message, reaction = receipts.open(MESSAGE), receipts.open(REACTION)
    assert receipts.messages("personal", 5) == [message]
    assert receipts.actions("personal", 5) == [reaction]
    assert (receipts.of(MESSAGE), receipts.of(reaction)) == (message, reaction)


def test_what_is_scheduled_comes_soonest_first_and_is_over_when_its_time_has_come(table):
    schedules, receipts = Schedules(table), Receipts(table)
    later = replace(LUNCH, command_id="a2", post_at=1_790_007_200.0)
    schedules.save(later)
    receipts.open(SCHEDULE, scheduled_write(LUNCH))
    assert schedules.of("personal", 1_790_000_000.0) == [LUNCH, later]
    assert schedules.of("personal", 1_790_003_600.0) == [later]
    assert (schedules.by(SCHEDULE), schedules.meant_by(CANCEL)) == (LUNCH, LUNCH)
    assert receipts.of_scheduled(LUNCH) == receipts.of(SCHEDULE)


def test_what_slack_took_keeps_the_wish_to_have_it_back(table):
    schedules = Schedules(table)
    schedules.save(replace(LUNCH, conversation_id="U2", cancelled_by="a9"))
    table.apply(accepted_write(LUNCH, "Q1", "D1"))
    kept = schedules.by(SCHEDULE)
    assert kept == replace(LUNCH, conversation_id="D1", scheduled_id="Q1", cancelled_by="a9")
    table.apply(kept_write(LUNCH))
    assert schedules.of("personal", 1.0) == [replace(kept, cancelled_by=None)]


def test_nothing_is_noted_of_a_schedule_that_is_gone(table):
    for write in (accepted_write(LUNCH, "Q1", "D1"), kept_write(LUNCH)):
        with pytest.raises(ConditionFailed):
            table.apply(write)


def test_bad_news_of_an_action_is_told_as_that_and_offers_nothing_to_send(table):
    notices = Notices(table)
    table.apply(notice_write(fail(Receipts(table).open(REACTION), FailureReason.GONE, 9.0)))
    (told,) = notices.untold("personal", "r1")
    assert (told.command_id, told.kind) == ("a1", CommandKind.ADD_REACTION)
    assert (told.state, told.reason) == (DeliveryState.FAILED, FailureReason.GONE)
    notices.tell([told], request_id="r1", session_id="s1", now=10.0)
    assert notices.last_told("personal") is None
