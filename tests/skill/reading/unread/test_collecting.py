"""Where something is unheard, found with few reads."""

from collections.abc import Iterable
from dataclasses import replace

from postbox.inbox.message import AttentionReason
from postbox.inbox.read_state import EVERYWHERE, Answer, Position, Used
from postbox.inbox.stores.read_state_writes import Move
from skill.reading.planning.groups import MOST_COUNTED
from skill.reading.unread.collecting import Collector
from skill.reading.unread.scan import Scan
from skill.reading.unread.scanning import MOST_ACTIVE, MOST_ATTENTION, scan
from tests.skill.reading.mailbox_of import MailboxOf, at


def collector(mailbox: MailboxOf) -> Collector:
    return Collector(mailbox.link, mailbox.inbox)


def looked(mailbox: MailboxOf, *, everywhere: bool = True, also: Iterable[str] = ()) -> Scan:
    return scan(mailbox.link, mailbox.inbox, mailbox.names, everywhere=everywhere, also=also)


def new(mailbox: MailboxOf) -> dict[str, list[int]]:
    """Return what is unheard, by conversation in the order of telling."""
    collects = collector(mailbox)
    scan = looked(mailbox)
    found = {candidate: collects.unheard(scan, candidate) for candidate in scan.candidates}
    return {
        key: [int(one.ts[4:10]) for one in unread.waiting]
        for key, unread in found.items()
        if unread.waiting
    }


def heard(mailbox: MailboxOf, conversation_id: str, *seconds: int, until: int = 0) -> None:
    used = [Used("T1", conversation_id, at(second)) for second in seconds]
    read_states = mailbox.inbox.read_states
    before = read_states.positions("personal", "T1", [conversation_id])[conversation_id]
    moves = [Move(before, replace(before, heard_until=at(until)))] if until else []
    read_states.record(Answer("personal", f"r{seconds}", "s", ()), used, moves)


def test_what_deserves_attention_comes_first_then_who_fell_silent_first(mailbox):
    mailbox.has_channels("C1", "C2", "C3")
    mailbox.message("C1", 300)
    mailbox.message("C2", 100)
    mailbox.message("C3", 400, reason=AttentionReason.MENTION)
    assert new(mailbox) == {"C3": [400], "C2": [100], "C1": [300]}


def test_conversations_that_the_speaker_is_not_in_are_not_looked_at(mailbox):
    mailbox.has_channels("C1")
    mailbox.message("C2", 100)
    assert new(mailbox) == {}
    # A direct message may be newer than the directory.
    mailbox.message("D1", 200, reason=AttentionReason.DIRECT)
    assert new(mailbox) == {"D1": [200]}


def test_what_was_heard_seen_or_said_before_the_link_is_not_new(mailbox):
    mailbox.has_channels("C1", "C2", "C3")
    mailbox.message("C1", -10)
    mailbox.message("C1", 10)
    mailbox.message("C1", 20)
    mailbox.message("C2", 30)
    mailbox.message("C3", 40, "U1")
    heard(mailbox, "C1", 10, until=10)
    mailbox.inbox.read_states.see(Position("personal", "T1", "C2"), at(30))
    assert new(mailbox) == {"C1": [20]}


def test_after_a_mark_on_everything_only_what_comes_later_is_new(mailbox):
    mailbox.has_channels("C1", "C2")
    mailbox.message("C1", 10, reason=AttentionReason.MENTION)
    mailbox.message("C2", 20)
    mailbox.inbox.read_states.see(Position("personal", "T1", EVERYWHERE), at(50))
    assert new(mailbox) == {}
    mailbox.message("C2", 60)
    assert new(mailbox) == {"C2": [60]}


def test_what_came_late_is_new_below_the_position(mailbox):
    mailbox.has_channels("C1")
    mailbox.message("C1", 20)
    heard(mailbox, "C1", 20, until=20)
    mailbox.message("C1", 10, late=True)
    assert new(mailbox) == {"C1": [10]}


def test_a_few_real_messages_are_found_behind_any_number_of_other_peoples_threads(mailbox):
    mailbox.has_channels("C1")
    mailbox.message("C1", 1, "U1")
    for second in range(2, 152):
        mailbox.message("C1", second, thread_ts=at(1))
    mailbox.message("C1", 200)
    assert new(mailbox) == {"C1": [200]}


def test_counting_stops_a_little_above_what_is_said_as_a_number(mailbox):
    mailbox.has_channels("C1")
    for second in range(1, 300):
        mailbox.message("C1", second)
    collects = collector(mailbox)
    scan = looked(mailbox)
    mailbox.counted.items = 0
    found = collects.unheard(scan, "C1")
    assert found.more
    assert MOST_COUNTED < len(found.waiting) < MOST_COUNTED + 15
    assert mailbox.counted.items < 50


def test_news_is_found_behind_many_conversations_that_were_read(mailbox):
    many = [f"C{number}" for number in range(MOST_ACTIVE + 10)]
    mailbox.has_channels("C-OLD", *many)
    mailbox.message("C-OLD", 1)
    mailbox.inbox.activity.said("T1", "C-OLD", at(1))
    for number, conversation_id in enumerate(many):
        mailbox.inbox.activity.said("T1", conversation_id, at(100 + 10 * number))
        position = looked(mailbox, everywhere=False, also=[conversation_id]).positions[
            conversation_id
        ]
        mailbox.inbox.read_states.see(position, at(9000))
    scan = looked(mailbox)
    assert scan.candidates == ["C-OLD"]
    assert scan.is_complete


def test_what_is_read_does_not_grow_with_what_is_there(mailbox):
    many = [f"C{number}" for number in range(MOST_ACTIVE + 10)]
    mailbox.has_channels(*many)
    for number, conversation_id in enumerate(many):
        mailbox.inbox.activity.said("T1", conversation_id, at(10 * number))
    for second in range(3000, 3000 + MOST_ATTENTION + 10):
        mailbox.message("D1", second, reason=AttentionReason.DIRECT)
    mailbox.counted.calls = mailbox.counted.items = 0
    scan = looked(mailbox)
    assert not scan.is_complete
    assert mailbox.counted.calls <= 10
    assert mailbox.counted.items < MOST_ACTIVE + MOST_ATTENTION + 20
    assert scan.candidates[0] == "D1"


def test_what_was_said_since_then_is_found_behind_a_long_page_and_nothing_is_passed_over(mailbox):
    mailbox.has_channels("C1")
    for second in range(10, 10 + MOST_COUNTED * 3):
        mailbox.message("C1", second)
    mailbox.message("C1", 5000)
    collects, scan = collector(mailbox), looked(mailbox)
    (found,) = collects.unheard_since(scan, ["C1"], at(4000))
    assert found.waiting[-1].ts == at(5000)
    # Those between were not looked at: hearing the last one reads on over none of them.
    assert found.read_on(frozenset({at(5000)}), at(9000)) < at(10)
    assert found.marked_on(frozenset({at(5000)})) < at(10)


def test_what_was_said_since_then_is_found_where_all_before_it_was_heard(mailbox):
    mailbox.has_channels("C1")
    seconds = range(10, 10 + MOST_COUNTED * 3)
    for second in seconds:
        mailbox.message("C1", second)
    heard(mailbox, "C1", *seconds[:-1])
    (found,) = collector(mailbox).unheard_since(looked(mailbox), ["C1"], at(seconds[-1]))
    assert [waiting.ts for waiting in found.waiting] == [at(seconds[-1])]
