"""The inbox: each message once, edits and deletions applied."""

from dataclasses import replace

import pytest

from postbox.inbox.message import Attention, AttentionReason, InboxMessage
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.read_states import ReadStates

TS = "1790000001.000100"
PLACE = ("T1", "C1", TS)


@pytest.fixture
def inbox(table) -> Inbox:
    return Inbox(table)


def arrived(ts: str = TS, **changes) -> InboxMessage:
    made = InboxMessage("T1", "C1", ts, "U2", None, "Break a leg!", "channel")
    return replace(made, **changes)


def attention(ts: str = TS) -> Attention:
    return Attention("personal", "T1", "C1", ts, AttentionReason.REPLY)


def at(second: int) -> str:
    return f"17900000{second:02}.000000"


def test_a_message_that_comes_again_is_known_and_calls_for_attention_once(inbox):
    assert inbox.keep(arrived(), [attention()])
    assert not inbox.keep(arrived(text="again"), [attention()])
    assert inbox.unheard("personal") == [attention()]
    assert inbox.many([PLACE])[PLACE].text == "Break a leg!"


def test_one_message_that_slack_tells_under_two_ts_is_one_message(inbox):
    assert inbox.keep(arrived(at(1)), [attention(at(1))], client_msg_id="ab-cd")
    assert not inbox.keep(arrived(at(2)), [attention(at(2))], client_msg_id="ab-cd")
    assert inbox.keep(arrived(at(3)), [attention(at(3))], client_msg_id="ef")
    assert [attention.ts for attention in inbox.unheard("personal")] == [at(1), at(3)]


def test_unheard_messages_come_oldest_first(inbox):
    for ts in (at(3), at(1), at(2)):
        inbox.keep(arrived(ts), [attention(ts)])
    assert [attention.ts for attention in inbox.unheard("personal")] == [at(1), at(2), at(3)]


def test_the_newest_of_two_edits_stands_in_whatever_order_they_come(inbox):
    inbox.keep(arrived())
    assert inbox.edit(arrived(text="second", edited_ts="1790000020.000000"))
    assert not inbox.edit(arrived(text="first", edited_ts="1790000010.000000"))
    assert inbox.many([PLACE])[PLACE].text == "second"


def test_an_edit_does_not_bring_a_deleted_message_back(inbox):
    inbox.keep(arrived())
    inbox.delete(arrived(text="", deleted=True))
    assert not inbox.edit(arrived(text="new", edited_ts="1790000020.000000"))
    assert inbox.many([PLACE])[PLACE].deleted


def test_a_message_deleted_before_it_arrives_stays_deleted(inbox):
    inbox.delete(arrived(text="", deleted=True))
    assert not inbox.keep(arrived(), [attention()])
    assert inbox.unheard("personal") == []


def test_what_stands_after_a_moment_comes_oldest_first_and_no_more_than_asked_for(inbox):
    for second in (4, 1, 3, 2, 5):
        inbox.keep(arrived(at(second)))
    found = inbox.after("T1", "C1", at(1), most=3)
    assert [message.ts for message in found] == [at(2), at(3), at(4)]
    assert inbox.after("T1", "C1", at(5), most=3) == []
    assert inbox.after("T1", "C2", at(1), most=3) == []


def test_what_stands_last_comes_newest_first(inbox):
    for second in (4, 1, 3, 2):
        inbox.keep(arrived(at(second)))
    assert [message.ts for message in inbox.newest("T1", "C1", 2)] == [at(4), at(3)]
    assert [message.ts for message in inbox.newest("T1", "C1", 9, before=at(2))] == [at(2), at(1)]


def test_what_comes_late_is_marked_for_those_who_may_have_read_on(inbox, table):
    inbox.keep(arrived(at(2)), late_for=["personal"])
    inbox.keep(arrived(at(1)), late_for=["personal"])
    inbox.keep(arrived(at(3)))
    assert ReadStates(table).late("personal") == [("C1", at(1)), ("C1", at(2))]
    assert ReadStates(table).late("other") == []
