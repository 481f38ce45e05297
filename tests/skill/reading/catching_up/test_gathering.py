"""A digest reads little, however much there is, and leaves everything unheard."""

import pytest

from local.world.aws.moto_cloud import TABLE
from postbox.inbox.message import AttentionReason, Reaction
from skill.reading.catching_up.gathering import MOST_LOOKED_AT, Gathered, gather, with_reactions
from skill.reading.planning.scope import NEW, Of, Scope
from skill.reading.reader import Reader
from tests.skill.reading.mailbox_of import MailboxOf, at


@pytest.fixture
def reader(mailbox: MailboxOf) -> Reader:
    return Reader.of(mailbox.turn)


def shape(gathered: Gathered) -> list[tuple[str, int, int]]:
    return [(e.conversation_id, len(e.messages), len(e.calls)) for e in gathered.news]


def test_the_most_important_is_first(mailbox, reader):
    mailbox.has_channels("C1", "C2", "C3")
    for second in (10, 20, 30):
        mailbox.message("C1", second)
    mailbox.message("C2", 40)
    mailbox.message("C3", 50, reason=AttentionReason.MENTION)
    gathered = gather(NEW, reader)
    assert shape(gathered) == [("C3", 1, 1), ("C1", 3, 0), ("C2", 1, 0)]
    assert gathered.is_all


def test_one_conversation_or_one_person(mailbox, reader):
    mailbox.has_channels("C1", "C2")
    mailbox.message("C1", 10, "U2")
    mailbox.message("C1", 20, "U3")
    mailbox.message("C2", 30, "U3")
    assert shape(gather(Scope(Of.CONVERSATION, "C1", "c1"), reader)) == [("C1", 2, 0)]
    assert shape(gather(Scope(Of.CONVERSATION, "C9", "c9"), reader)) == []
    only = gather(Scope(Of.PERSON, "U3", "Ana"), reader)
    assert shape(only) == [("C1", 1, 0), ("C2", 1, 0)]


def test_reactions_to_what_is_new_come_along(mailbox, reader):
    mailbox.has_channels("C1")
    mailbox.message("C1", 10)
    mailbox.message("C1", 20)
    reactions = mailbox.inbox.reactions
    reactions.add("T1", "C1", Reaction(at(20), "tada", "U3"))
    reactions.add("T1", "C1", Reaction(at(5), "tada", "U3"))
    (news,) = gather(NEW, reader).news
    assert with_reactions(news, reader).reactions == (Reaction(at(20), "tada", "U3"),)


def test_of_many_conversations_those_that_call_and_the_latest_are_looked_at(mailbox, reader):
    many = [f"C{number:02}" for number in range(MOST_LOOKED_AT + 8)]
    mailbox.has_channels(*many)
    for number, conversation_id in enumerate(many):
        mailbox.message(conversation_id, 60 * number)
    mailbox.message("C00", 2000, reason=AttentionReason.MENTION)
    mailbox.counted.calls = mailbox.counted.items = 0
    gathered = gather(NEW, reader)
    assert not gathered.is_all
    assert len(gathered.news) == MOST_LOOKED_AT
    found = {new.conversation_id for new in gathered.news}
    assert found == {"C00", *many[-MOST_LOOKED_AT + 1 :]}
    assert mailbox.counted.calls <= 10 + 3 * MOST_LOOKED_AT
    assert mailbox.counted.items < 10 * MOST_LOOKED_AT


def test_nothing_is_written(mailbox, reader):
    mailbox.has_channels("C1")
    mailbox.message("C1", 10, reason=AttentionReason.MENTION)
    before = mailbox.counted.scan(TableName=TABLE)["Items"]
    assert shape(gather(NEW, reader)) == [("C1", 1, 1)]
    assert mailbox.counted.scan(TableName=TABLE)["Items"] == before
