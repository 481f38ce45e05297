"""Actions on the queue, what became of them, and what is scheduled."""

from dataclasses import replace

import pytest

from postbox.inbox.message import Reaction
from postbox.inbox.stores.followers import Followers
from postbox.inbox.stores.reactions import Reactions
from postbox.outbox.action import ActionKind, ActionState, OutboundAction, Scheduled
from postbox.outbox.action_receipt_life import fail
from postbox.outbox.action_receipts import ActionReceipts
from postbox.outbox.message import OutboundMessage
from postbox.outbox.notices import Notices, action_notice_write
from postbox.outbox.queue import outgoing
from postbox.outbox.receipt import DeliveryState, FailureReason
from postbox.outbox.schedules import Schedules, accepted_write, kept_write, scheduled_write
from postbox.store.codec import to_json
from postbox.store.errors import ConditionFailed, MalformedRecord

ACTION = OutboundAction(
    "a1", ActionKind.REACT, "personal", "T1", "C1", "general", 1.5, "en-US", "2.5", emoji="tada"
)
LUNCH = Scheduled("a1", "personal", "T1", "C1", "general", "lunch", 1_790_003_600.0)


def test_a_record_of_the_queue_is_told_apart_by_what_it_is():
    message = OutboundMessage("i", "l", "T", "C", "general", 'so "kind":"react" he says', 1.5, "en")
    assert outgoing(to_json(message)) == message
    assert outgoing(to_json(ACTION)) == ACTION


@pytest.mark.parametrize("body", ["", "[]", '{"kind":"react"}', '{"kind":"dance","version":1}'])
def test_what_is_neither_is_refused(body):
    with pytest.raises(MalformedRecord):
        outgoing(body)


def test_what_fails_of_marks_and_reactions_keeps_no_message_waiting():
    message = OutboundMessage("i", "l", "T1", "C1", "general", "hello", 1.5, "en-US")
    mark = replace(ACTION, kind=ActionKind.MARK)
    assert len({message.group, ACTION.group, mark.group}) == 3


def test_what_takes_a_schedule_back_does_not_wait_behind_it():
    schedule = replace(ACTION, kind=ActionKind.SCHEDULE)
    assert replace(schedule, kind=ActionKind.UNSCHEDULE).group != schedule.group


def test_a_receipt_is_opened_once_and_settled_by_one(table):
    action_receipts = ActionReceipts(table)
    first = action_receipts.open(ACTION)
    done = action_receipts.save(first, replace(first, state=ActionState.DONE))
    assert action_receipts.open(ACTION) == done
    with pytest.raises(ConditionFailed):
        action_receipts.save(first, replace(first, state=ActionState.FAILED))
    assert action_receipts.recent("personal", 5) == [done]


def test_what_is_scheduled_comes_soonest_first_and_is_over_when_its_time_has_come(table):
    schedules, action_receipts = Schedules(table), ActionReceipts(table)
    later = replace(LUNCH, action_id="a2", post_at=1_790_007_200.0)
    schedules.save(later)
    action_receipts.open(ACTION, scheduled_write(LUNCH))
    assert schedules.of("personal", 1_790_000_000.0) == [LUNCH, later]
    assert schedules.of("personal", 1_790_003_600.0) == [later]
    schedules.drop(later)
    assert schedules.get("personal", later.post_at, "a2") is None


def test_what_slack_took_keeps_the_wish_to_have_it_back(table):
    schedules = Schedules(table)
    schedules.save(replace(LUNCH, conversation_id="U2", unscheduled_by="a9"))
    table.apply(accepted_write(LUNCH, "Q1", "D1"))
    kept = schedules.get("personal", LUNCH.post_at, "a1")
    assert kept == replace(LUNCH, conversation_id="D1", scheduled_id="Q1", unscheduled_by="a9")
    table.apply(kept_write(LUNCH))
    assert schedules.of("personal", 1.0) == [replace(kept, unscheduled_by=None)]


def test_nothing_is_noted_of_a_schedule_that_is_gone(table):
    for write in (accepted_write(LUNCH, "Q1", "D1"), kept_write(LUNCH)):
        with pytest.raises(ConditionFailed):
            table.apply(write)


def test_a_receipt_is_found_by_its_action_alone(table):
    action_receipts = ActionReceipts(table)
    others = [
        action_receipts.open(replace(ACTION, id=f"b{n}", spoken_at=2.0 + n)) for n in range(3)
    ]
    wanted = action_receipts.open(ACTION)
    assert action_receipts.find("personal", "a1") == wanted
    assert action_receipts.find("personal", "b2") == others[2]
    assert action_receipts.find("personal", "nobody's") is None


def test_bad_news_of_an_action_is_told_as_that_and_offers_nothing_to_send(table):
    notices, failed = (
        Notices(table),
        fail(ActionReceipts(table).open(ACTION), FailureReason.GONE, 9.0),
    )
    table.apply(action_notice_write(failed))
    (told,) = notices.untold("personal", "r1")
    assert (told.message_id, told.action) == ("a1", ActionKind.REACT)
    assert (told.state, told.reason) == (DeliveryState.FAILED, FailureReason.GONE)
    notices.tell([told], request_id="r1", session_id="s1", now=10.0)
    assert notices.last_told("personal") is None


def test_reactions_are_kept_once_and_found_by_message(table):
    reactions = Reactions(table)
    tada = Reaction("1790000001.000100", "tada", "U2")
    wave = Reaction("1790000002.000100", "wave::skin-tone-3", "U3")
    for each in (wave, tada, tada):
        reactions.add("T1", "C1", each)
    assert reactions.of("T1", "C1", tada.ts) == [tada]
    assert list(reactions.between("T1", "C1", tada.ts, wave.ts)) == [tada, wave]
    reactions.remove("T1", "C1", tada)
    assert reactions.of("T1", "C1", tada.ts) == []


def test_who_takes_part_in_a_thread_follows_that_thread(table):
    followers = Followers(table)
    followers.follow("T1", "C1", "1.5", ["personal"], 1_790_000_000.0)
    assert followers.of("T1", "C1", "1.5") == {"personal"}
    assert followers.of("T1", "C1", "2.5") == frozenset()
