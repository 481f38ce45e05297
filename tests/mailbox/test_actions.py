"""Actions on the queue, what became of them, and what is scheduled."""

from dataclasses import replace

import pytest

from mailbox.action import ActionKind, DeedState, OutboundAction, Scheduled
from mailbox.codec import to_json
from mailbox.deeds import Deeds
from mailbox.errors import ConditionFailed, MalformedRecord
from mailbox.followers import Followers
from mailbox.outbound import OutboundMessage
from mailbox.queues import outgoing
from mailbox.reactions import Reaction, Reactions
from mailbox.schedules import Schedules, scheduled_write

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


def test_a_deed_is_opened_once_and_settled_by_one(table):
    deeds = Deeds(table)
    first = deeds.open(ACTION)
    done = deeds.save(first, replace(first, state=DeedState.DONE))
    assert deeds.open(ACTION) == done
    with pytest.raises(ConditionFailed):
        deeds.save(first, replace(first, state=DeedState.FAILED))
    assert deeds.recent("personal", 5) == [done]


def test_what_is_scheduled_comes_soonest_first_and_is_over_when_its_time_has_come(table):
    schedules, deeds = Schedules(table), Deeds(table)
    later = replace(LUNCH, action_id="a2", post_at=1_790_007_200.0)
    schedules.save(later)
    deeds.open(ACTION, scheduled_write(LUNCH))
    assert schedules.of("personal", 1_790_000_000.0) == [LUNCH, later]
    assert schedules.of("personal", 1_790_003_600.0) == [later]
    schedules.drop(later)
    assert schedules.get("personal", later.post_at, "a2") is None


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
    followers.follow("T1", "C1", "1.5", "personal", 1_790_000_000.0)
    assert followers.of("T1", "C1", "1.5") == {"personal"}
    assert followers.of("T1", "C1", "2.5") == frozenset()
