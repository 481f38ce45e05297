"""What was heard: once, at once with its answer, and taken back as a whole."""

from dataclasses import replace

import pytest

from postbox.inbox.message import START, Attention, AttentionReason, InboxMessage
from postbox.inbox.read_state import EVERYWHERE, Answer, MessageOffset, OffsetStep, Position, Used
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.read_state_writes import Move
from postbox.inbox.stores.read_states import ReadStates
from postbox.store.errors import ConditionFailed

TS, LATER = "1790000001.000100", "1790000002.000100"
HERE = Position("personal", "T1", "C1")


@pytest.fixture
def read_states(table) -> ReadStates:
    return ReadStates(table)


@pytest.fixture
def inbox(table) -> Inbox:
    inbox = Inbox(table)
    for ts in (TS, LATER):
        message = InboxMessage("T1", "C1", ts, "U2", None, "hi", "channel")
        inbox.keep(message, [Attention("personal", "T1", "C1", ts, AttentionReason.THREAD, "1.5")])
    return inbox


SAID = (["says", {"author": "Kevin", "text": [["as_is", {"text": "hi"}, 100]]}, 80],)


def answer(request_id: str) -> Answer:
    return Answer("personal", request_id, "session", SAID, 1_790_000_010.0)


def used(ts: str = TS, reason: AttentionReason | None = AttentionReason.THREAD, **more) -> Used:
    return Used("T1", "C1", ts, "1.5", reason, **more)


def at(read_states: ReadStates) -> Position:
    return read_states.positions("personal", "T1", ["C1"])["C1"]


def test_what_was_heard_is_gone_and_the_answer_kept_at_once(read_states, inbox):
    recorded = read_states.record(answer("r1"), [used()])
    assert [attention.ts for attention in inbox.unheard("personal")] == [LATER]
    assert read_states.last_answer("personal") == recorded
    assert read_states.heard("personal", "C1", START) == {TS}


def test_two_answers_cannot_use_up_the_same_message(read_states, inbox):
    read_states.record(answer("r1"), [used()])
    with pytest.raises(ConditionFailed):
        read_states.record(answer("r2"), [used(LATER), used(reason=None)])
    assert [attention.ts for attention in inbox.unheard("personal")] == [LATER]
    assert read_states.last_answer("personal").request_id == "r1"


def test_what_is_passed_over_leaves_no_mark(read_states, inbox):
    read_states.record(answer("r1"), [used(is_spoken=False)])
    assert read_states.heard("personal", "C1", START) == set()
    assert [attention.ts for attention in inbox.unheard("personal")] == [LATER]


def test_marks_are_found_from_a_moment_on_and_by_conversation(read_states):
    read_states.record(answer("r1"), [used(TS, None), used(LATER, None)])
    assert read_states.heard("personal", "C1", LATER) == {LATER}
    assert read_states.heard("personal", "C2", START) == set()


def test_a_position_moves_with_the_answer_that_moves_it(read_states):
    moved = replace(HERE, heard_until=TS)
    read_states.record(answer("r1"), [], [Move(HERE, moved)])
    assert at(read_states).heard_until == TS
    with pytest.raises(ConditionFailed):
        read_states.record(answer("r2"), [], [Move(HERE, replace(HERE, heard_until=LATER))])
    read_states.record(answer("r3"), [], [Move(at(read_states), replace(HERE, heard_until=LATER))])
    assert at(read_states).heard_until == LATER


def test_where_nobody_has_read_the_position_is_before_everything(read_states):
    assert read_states.positions("personal", "T1", ["C1"]) == {
        EVERYWHERE: Position("personal", "T1", EVERYWHERE),
        "C1": HERE,
    }


def test_what_was_seen_elsewhere_moves_a_position_forward_only(read_states):
    first = read_states.see(HERE, LATER)
    assert read_states.see(first, TS).seen_until == LATER
    # From a reading that is out of date, too.
    assert read_states.see(HERE, "1790000003.000000").seen_until == "1790000003.000000"
    assert read_states.see(HERE, LATER).seen_until == "1790000003.000000"


def test_an_answer_that_no_device_spoke_is_taken_back_once(read_states, inbox):
    before = inbox.unheard("personal")
    moved = replace(HERE, heard_until=TS, marked_until=TS)
    spoken = read_states.record(answer("r1"), [used(is_late=True)], [Move(HERE, moved)])
    assert read_states.late("personal") == []
    assert read_states.take_back(spoken)
    assert inbox.unheard("personal") == before
    assert read_states.late("personal") == [("C1", TS)]
    assert read_states.heard("personal", "C1", START) == set()
    assert (at(read_states).heard_until, at(read_states).marked_until) == (START, START)
    read_states.record(answer("r2"), [used()])
    assert not read_states.take_back(spoken)
    assert [attention.ts for attention in inbox.unheard("personal")] == [LATER]


def test_taking_back_leaves_what_the_speaker_saw_elsewhere(read_states):
    spoken = read_states.record(answer("r1"), [used(reason=None)], [Move(HERE, HERE)])
    read_states.see(at(read_states), LATER)
    read_states.take_back(spoken)
    assert at(read_states).seen_until == LATER


def test_a_reading_under_way_notices_that_the_one_before_was_taken_back(read_states):
    spoken = read_states.record(answer("r1"), [], [Move(HERE, replace(HERE, heard_until=TS))])
    known = at(read_states)
    read_states.take_back(spoken)
    with pytest.raises(ConditionFailed):
        read_states.record(answer("r2"), [], [Move(known, replace(known, heard_until=LATER))])


# ------------------------------------------------------------------------- long messages in parts

BLANK = MessageOffset("C1", TS)


def message_offset(said: int) -> MessageOffset:
    return replace(BLANK, said=said, digest="abc")


def test_how_far_a_long_message_was_told_is_kept_with_the_answer_and_taken_back(read_states, inbox):
    first = read_states.record(answer("r1"), [], steps=[OffsetStep(BLANK, message_offset(100))])
    second = read_states.record(
        answer("r2"), [], steps=[OffsetStep(message_offset(100), message_offset(200))]
    )
    assert read_states.message_offsets("personal") == [message_offset(200)]
    assert read_states.take_back(second)
    assert read_states.message_offsets("personal") == [message_offset(100)]
    assert not read_states.take_back(first)


def test_a_part_is_told_once_on_however_many_devices(read_states, inbox):
    read_states.record(answer("r1"), [], steps=[OffsetStep(BLANK, message_offset(100))])
    with pytest.raises(ConditionFailed):
        read_states.record(answer("r2"), [], steps=[OffsetStep(BLANK, message_offset(100))])
    read_states.record(
        answer("r3"), [], steps=[OffsetStep(message_offset(100), message_offset(200))]
    )
    with pytest.raises(ConditionFailed):
        read_states.record(
            answer("r4"), [], steps=[OffsetStep(message_offset(100), message_offset(200))]
        )


def test_with_the_last_part_nothing_is_kept_and_taking_it_back_brings_it_back(read_states, inbox):
    read_states.record(answer("r1"), [], steps=[OffsetStep(BLANK, message_offset(100))])
    last = read_states.record(
        answer("r2"), [used()], steps=[OffsetStep(message_offset(100), BLANK)]
    )
    assert read_states.message_offsets("personal") == []
    read_states.take_back(last)
    assert read_states.message_offsets("personal") == [message_offset(100)]


def test_what_was_told_in_part_stays_unheard(read_states, inbox):
    read_states.record(answer("r1"), [used(reason=None, is_spoken=False, is_partly=True)])
    assert read_states.heard("personal", "C1", START) == set()
    assert [attention.ts for attention in inbox.unheard("personal")] == [TS, LATER]


# ------------------------------------------------------------------------ moved without an answer


def test_what_is_gone_or_read_calls_no_more(read_states, inbox):
    passed = [used(is_spoken=False), used(LATER, None, is_late=True, is_spoken=False)]
    read_states.pass_over("personal", passed)
    assert [attention.ts for attention in inbox.unheard("personal")] == [LATER]
    read_states.pass_over("personal", passed)


def test_a_move_that_comes_too_late_is_none(read_states):
    assert read_states.move(Move(HERE, replace(HERE, heard_until=TS)))
    assert not read_states.move(Move(HERE, replace(HERE, heard_until=LATER)))
    assert at(read_states).heard_until == TS


def test_a_mark_moves_forward_only_and_leaves_the_rest(read_states):
    read_states.see(HERE, TS)
    read_states.mark(HERE, LATER)
    read_states.mark(HERE, TS)
    assert (at(read_states).marked_until, at(read_states).seen_until) == (LATER, TS)
