"""Which conversations have something to tell, and what saying how many others costs."""

from postbox.inbox.message import AttentionReason, InboxMessage
from skill.reading.finding import Found, find
from skill.reading.planning.course import Course
from skill.reading.planning.scope import Of, Scope
from skill.reading.reader import Reader
from tests.skill.reading.mailbox_of import MailboxOf, at

NAMED, VERIFIED = 1, 8
NEW = Scope(Of.NEW)


def found(mailbox: MailboxOf) -> Found:
    mailbox.counted.items = 0
    reader = Reader.of(mailbox.turn)
    return find(reader, Course(), NEW, most=NAMED, verified=VERIFIED)


def mentions(mailbox: MailboxOf, *conversation_ids: str) -> None:
    for second, conversation_id in enumerate(conversation_ids, 100):
        mailbox.message(conversation_id, second, reason=AttentionReason.MENTION)


def delete(mailbox: MailboxOf, conversation_id: str, second: int) -> None:
    gone = InboxMessage("T1", conversation_id, at(second), "U2", None, "", "channel", deleted=True)
    mailbox.inbox.messages.delete(gone)


def test_a_call_alone_shows_that_a_conversation_has_something(mailbox):
    mailbox.has_channels("C1", "C2", "C3")
    mentions(mailbox, "C1", "C2", "C3")
    for second in range(200, 240):
        mailbox.message("C2", second)
        mailbox.message("C3", second)
    scan = found(mailbox)
    assert [group.conversation_id for group in scan.groups] == ["C1"]
    assert (scan.others.count, scan.others.is_exact) == (2, True)
    # Three attentions and heads, one page of C1, the calls of the others, and what looks ask for.
    assert mailbox.counted.items < 15


def test_where_the_call_was_deleted_other_messages_count(mailbox):
    mailbox.has_channels("C1", "C2", "C3")
    mentions(mailbox, "C1", "C2", "C3")
    delete(mailbox, "C2", 101)
    delete(mailbox, "C3", 102)
    mailbox.message("C2", 150)
    assert found(mailbox).others.count == 1
    assert [
        attention.conversation_id for attention in mailbox.inbox.messages.unheard("personal")
    ] == ["C1"]


def test_a_conversation_that_calls_and_goes_on_counts_once(mailbox):
    mailbox.has_channels("C1", "C2")
    mentions(mailbox, "C1", "C2")
    mailbox.message("C2", 150)
    assert found(mailbox).others.count == 1


def test_where_nobody_calls_a_few_messages_are_enough(mailbox):
    mailbox.has_channels("C1", "C2")
    mentions(mailbox, "C1")
    for second in range(200, 240):
        mailbox.message("C2", second)
    assert found(mailbox).others.count == 1
    assert mailbox.counted.items < 15
