"""The inbox: each message once, edits and deletions applied, heard only what was spoken."""

from dataclasses import replace

import pytest

from mailbox.errors import ConditionFailed
from mailbox.inbound import Answer, Attention, AttentionReason, InboxMessage
from mailbox.inbox import Inbox, heard_as_json

TS = "1790000001.000100"


@pytest.fixture
def inbox(table) -> Inbox:
    return Inbox(table)


def arrived(ts: str = TS, **changes) -> InboxMessage:
    made = InboxMessage("T1", "C1", ts, "U2", None, "Break a leg!", "channel")
    return replace(made, **changes)


def attention(ts: str = TS) -> Attention:
    return Attention("personal", "T1", "C1", ts, AttentionReason.REPLY)


def answer(request_id: str, *used: Attention) -> Answer:
    return Answer("personal", request_id, "session", "Kevin says: hi", heard_as_json(used))


def test_a_message_that_comes_again_is_known_and_calls_for_attention_once(inbox):
    assert inbox.keep(arrived(), [attention()])
    assert not inbox.keep(arrived(text="again"), [attention()])
    assert inbox.unheard("personal") == [attention()]
    assert inbox.messages([attention()])[attention()].text == "Break a leg!"


def test_unheard_messages_come_oldest_first(inbox):
    for ts in ("1790000003.000000", "1790000001.000000", "1790000002.000000"):
        inbox.keep(arrived(ts), [attention(ts)])
    assert [each.ts[:10] for each in inbox.unheard("personal")] == [
        "1790000001",
        "1790000002",
        "1790000003",
    ]


def test_the_newest_of_two_edits_stands_in_whatever_order_they_come(inbox):
    inbox.keep(arrived(), [])
    assert inbox.edit(arrived(text="second", edited_ts="1790000020.000000"))
    assert not inbox.edit(arrived(text="first", edited_ts="1790000010.000000"))
    assert inbox.messages([attention()])[attention()].text == "second"


def test_an_edit_does_not_bring_a_deleted_message_back(inbox):
    inbox.keep(arrived(), [])
    inbox.delete(arrived(text="", deleted=True))
    assert not inbox.edit(arrived(text="new", edited_ts="1790000020.000000"))
    assert inbox.messages([attention()])[attention()].deleted


def test_a_message_deleted_before_it_arrives_stays_deleted(inbox):
    inbox.delete(arrived(text="", deleted=True))
    assert not inbox.keep(arrived(), [attention()])
    assert inbox.unheard("personal") == []


def test_what_was_heard_is_gone_and_the_answer_kept_at_once(inbox):
    inbox.keep(arrived(), [attention()])
    inbox.heard(answer("r1", attention()), [attention()])
    assert inbox.unheard("personal") == []
    assert inbox.last_answer("personal") == answer("r1", attention())


def test_two_answers_cannot_use_up_the_same_message(inbox):
    inbox.keep(arrived(), [attention()])
    inbox.heard(answer("r1", attention()), [attention()])
    with pytest.raises(ConditionFailed):
        inbox.heard(answer("r2", attention()), [attention()])
    last = inbox.last_answer("personal")
    assert last is not None
    assert last.request_id == "r1"


def test_an_answer_that_no_device_spoke_is_taken_back_once(inbox):
    inbox.keep(arrived(), [attention()])
    spoken = answer("r1", attention())
    inbox.heard(spoken, [attention()])
    inbox.take_back(spoken)
    assert inbox.unheard("personal") == [attention()]
    inbox.heard(answer("r2", attention()), [attention()])
    inbox.take_back(spoken)
    assert inbox.unheard("personal") == []
