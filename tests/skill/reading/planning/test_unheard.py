"""What of a conversation is unheard, and how far it is heard once some of it was spoken."""

import pytest
from hypothesis import given, strategies as st

from postbox.inbox.message import START, Attention, AttentionReason, InboxMessage
from postbox.inbox.read_state import EVERYWHERE, Position
from skill.reading.planning.unheard import Known, Unheard, unheard

NOW = "1790001000.000000"


def at(second: int) -> str:
    return f"1790000{second:03}.000000"


def message(second: int, author: str = "U2", **more) -> InboxMessage:
    return InboxMessage("T1", "C1", at(second), author, None, "hi", "channel", **more)


def call(second: int, thread: str | None = None) -> Attention:
    reason = AttentionReason.THREAD if thread else AttentionReason.MENTION
    return Attention("personal", "T1", "C1", at(second), reason, thread)


def known(*, called=(), late=(), heard=(), everywhere: str = START, **position) -> Known:
    return Known(
        position=Position("personal", "T1", "C1", **position),
        everywhere=Position("personal", "T1", EVERYWHERE, seen_until=everywhere),
        start=at(0),
        own_id="U1",
        attention={attention.ts: attention for attention in called},
        late=frozenset(map(at, late)),
        heard=frozenset(map(at, heard)),
    )


def sift(known: Known, *messages: InboxMessage) -> Unheard:
    line = [message for message in messages if message.ts > known.read_until]
    below = {message.ts: message for message in messages if message.ts <= known.read_until}
    return unheard(known, line, below, more=False)


def waiting(found: Unheard) -> list[int]:
    return [int(message.ts[7:10]) for message in found.waiting]


def test_what_stands_after_the_position_waits_oldest_first():
    found = sift(known(heard_until=at(2)), *map(message, (1, 2, 3, 4)))
    assert waiting(found) == [3, 4]


def test_what_was_said_before_there_was_a_link_is_no_news():
    assert waiting(sift(known(), message(0), message(1))) == [1]


def test_ones_own_deleted_and_spoken_messages_do_not_wait():
    told = known(heard=[3])
    messages = (message(1, "U1"), message(2, deleted=True), message(3), message(4))
    assert waiting(sift(told, *messages)) == [4]


def test_an_answer_in_a_thread_waits_only_where_it_calls_for_attention():
    parent = at(1)
    inside = [message(second, thread_ts=parent) for second in (2, 3)]
    assert waiting(sift(known(called=[call(3, parent)]), *inside)) == [3]


def test_an_answer_that_is_sent_to_the_channel_too_waits_like_any_other():
    both = message(2, thread_ts=at(1), subtype="thread_broadcast")
    assert waiting(sift(known(), both)) == [2]


def test_what_came_late_waits_below_what_was_heard_but_not_below_what_was_seen():
    assert waiting(sift(known(heard_until=at(9), late=[3]), message(3))) == [3]
    assert waiting(sift(known(seen_until=at(9), late=[3]), message(3))) == []


def test_reading_a_conversation_elsewhere_does_not_read_its_threads():
    inside = message(3, thread_ts=at(1))
    told = known(seen_until=at(9), called=[call(3, at(1)), call(4)])
    assert waiting(sift(told, inside, message(4))) == [3]
    everywhere = known(everywhere=at(9), called=[call(3, at(1))])
    assert waiting(sift(everywhere, inside)) == []


def test_what_called_for_attention_and_is_gone_or_read_is_passed_over():
    told = known(called=[call(2), call(3), call(4), call(5)], late=[6], heard=[4])
    found = sift(told, message(2), message(3, deleted=True), message(4))
    assert waiting(found) == [2]
    # What the inbox does not have (any more) is passed over, too.
    assert [passed.ts for passed in found.passed] == [at(3), at(4), at(5), at(6)]
    assert not any(passed.is_spoken for passed in found.passed)


# ------------------------------------------------------------------------ how far it is heard


def test_everything_is_heard_up_to_the_first_that_is_left():
    found = sift(known(), *map(message, (1, 2, 3)), message(4, "U1"))
    assert found.read_on(frozenset({at(1), at(2)}), NOW) == at(2)
    assert found.read_on(frozenset({at(1), at(2), at(3)}), NOW) == at(4)
    assert found.read_on(frozenset({at(3)}), NOW) == START


def test_a_position_stays_behind_the_latest_moment_and_never_goes_back():
    found = sift(known(heard_until=at(2)), *map(message, (3, 4)))
    assert found.read_on(frozenset({at(3), at(4)}), at(3)) == at(3)
    assert found.read_on(frozenset({at(3), at(4)}), at(1)) == at(2)


def test_what_came_late_holds_back_the_mark_in_slack_but_not_the_position():
    found = sift(known(heard_until=at(2), marked_until=at(2), late=[1]), message(1), message(3))
    spoken = frozenset({at(3)})
    assert found.read_on(spoken, NOW) == at(3)
    assert found.marked_on(spoken) == at(2)
    assert found.marked_on(spoken | {at(1)}) == at(3)


def test_an_answer_in_a_thread_holds_nothing_back():
    inside = message(2, thread_ts=at(1))
    found = sift(known(called=[call(2, at(1))]), message(1), inside, message(3))
    spoken = frozenset({at(1), at(3)})
    assert found.read_on(spoken, NOW) == at(3)
    assert found.marked_on(spoken) == at(3)


def test_a_mention_that_is_read_beyond_a_gap_marks_nothing():
    found = sift(known(called=[call(3)]), *map(message, (1, 2, 3)))
    assert found.marked_on(frozenset({at(3)})) == at(0)


seconds = st.integers(1, 60)
lines = st.sets(seconds, max_size=20)


@given(lines, lines, lines, lines, st.integers(0, 60), st.integers(0, 60))
def test_nothing_that_is_left_is_ever_below_a_position_or_a_mark(
    there, spoken, late, called, heard_until, seen_until
):
    told = known(
        called=[call(second) for second in called],
        late=late,
        heard_until=at(heard_until),
        seen_until=at(seen_until),
    )
    found = sift(told, *map(message, sorted(there)))
    said = frozenset(map(at, spoken)) & {message.ts for message in found.waiting}
    left = [message for message in found.waiting if message.ts not in said]
    position, mark = found.read_on(said, NOW), found.marked_on(said)
    assert all(message.ts > mark for message in left)
    assert all(message.ts > position or message.attention or message.is_late for message in left)
    assert position >= at(heard_until)
    assert mark >= at(seen_until)


@given(lines, lines, st.integers(0, 60))
@pytest.mark.parametrize("late_too", [True, False])
def test_all_of_it_waits_or_was_read(late_too, there, heard, heard_until):
    told = known(heard=heard, late=there if late_too else (), heard_until=at(heard_until))
    found = sift(told, *map(message, sorted(there)))
    expected = {ts for ts in there - heard if late_too or ts > heard_until}
    assert set(waiting(found)) == expected
