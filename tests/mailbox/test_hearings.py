"""What was heard: once, at once with its answer, and taken back as a whole."""

from dataclasses import replace

import pytest

from mailbox.errors import ConditionFailed
from mailbox.hearing import EVERYWHERE, START, Answer, Position, Used
from mailbox.hearing_writes import Move
from mailbox.hearings import Hearings
from mailbox.inbound import Attention, AttentionReason, InboxMessage
from mailbox.inbox import Inbox
from mailbox.partway import Partway, Step

TS, LATER = "1790000001.000100", "1790000002.000100"
HERE = Position("personal", "T1", "C1")


@pytest.fixture
def hearings(table) -> Hearings:
    return Hearings(table)


@pytest.fixture
def inbox(table) -> Inbox:
    inbox = Inbox(table)
    for ts in (TS, LATER):
        message = InboxMessage("T1", "C1", ts, "U2", None, "hi", "channel")
        inbox.keep(message, [Attention("personal", "T1", "C1", ts, AttentionReason.THREAD, "1.5")])
    return inbox


def answer(request_id: str) -> Answer:
    return Answer("personal", request_id, "session", "Kevin says: hi", 1_790_000_010.0)


def used(ts: str = TS, reason: AttentionReason | None = AttentionReason.THREAD, **more) -> Used:
    return Used("T1", "C1", ts, "1.5", reason, **more)


def at(hearings: Hearings) -> Position:
    return hearings.positions("personal", "T1", ["C1"])["C1"]


def test_what_was_heard_is_gone_and_the_answer_kept_at_once(hearings, inbox):
    recorded = hearings.record(answer("r1"), [used()])
    assert [each.ts for each in inbox.unheard("personal")] == [LATER]
    assert hearings.last_answer("personal") == recorded
    assert hearings.heard("personal", "C1", START) == {TS}


def test_two_answers_cannot_use_up_the_same_message(hearings, inbox):
    hearings.record(answer("r1"), [used()])
    with pytest.raises(ConditionFailed):
        hearings.record(answer("r2"), [used(LATER), used(reason=None)])
    assert [each.ts for each in inbox.unheard("personal")] == [LATER]
    assert hearings.last_answer("personal").request_id == "r1"


def test_what_is_passed_over_leaves_no_mark(hearings, inbox):
    hearings.record(answer("r1"), [used(is_spoken=False)])
    assert hearings.heard("personal", "C1", START) == set()
    assert [each.ts for each in inbox.unheard("personal")] == [LATER]


def test_marks_are_found_from_a_moment_on_and_by_conversation(hearings):
    hearings.record(answer("r1"), [used(TS, None), used(LATER, None)])
    assert hearings.heard("personal", "C1", LATER) == {LATER}
    assert hearings.heard("personal", "C2", START) == set()


def test_a_position_moves_with_the_answer_that_moves_it(hearings):
    moved = replace(HERE, heard_until=TS)
    hearings.record(answer("r1"), [], [Move(HERE, moved)])
    assert at(hearings).heard_until == TS
    with pytest.raises(ConditionFailed):
        hearings.record(answer("r2"), [], [Move(HERE, replace(HERE, heard_until=LATER))])
    hearings.record(answer("r3"), [], [Move(at(hearings), replace(HERE, heard_until=LATER))])
    assert at(hearings).heard_until == LATER


def test_where_nobody_has_read_the_position_is_before_everything(hearings):
    assert hearings.positions("personal", "T1", ["C1"]) == {
        EVERYWHERE: Position("personal", "T1", EVERYWHERE),
        "C1": HERE,
    }


def test_what_was_seen_elsewhere_moves_a_position_forward_only(hearings):
    first = hearings.see(HERE, LATER)
    assert hearings.see(first, TS).seen_until == LATER
    # From a reading that is out of date, too.
    assert hearings.see(HERE, "1790000003.000000").seen_until == "1790000003.000000"
    assert hearings.see(HERE, LATER).seen_until == "1790000003.000000"


def test_an_answer_that_no_device_spoke_is_taken_back_once(hearings, inbox):
    before = inbox.unheard("personal")
    moved = replace(HERE, heard_until=TS, marked_until=TS)
    spoken = hearings.record(answer("r1"), [used(is_late=True)], [Move(HERE, moved)])
    assert hearings.late("personal") == []
    assert hearings.take_back(spoken)
    assert inbox.unheard("personal") == before
    assert hearings.late("personal") == [("C1", TS)]
    assert hearings.heard("personal", "C1", START) == set()
    assert (at(hearings).heard_until, at(hearings).marked_until) == (START, START)
    hearings.record(answer("r2"), [used()])
    assert not hearings.take_back(spoken)
    assert [each.ts for each in inbox.unheard("personal")] == [LATER]


def test_taking_back_leaves_what_the_speaker_saw_elsewhere(hearings):
    spoken = hearings.record(answer("r1"), [used(reason=None)], [Move(HERE, HERE)])
    hearings.see(at(hearings), LATER)
    hearings.take_back(spoken)
    assert at(hearings).seen_until == LATER


def test_a_reading_under_way_notices_that_the_one_before_was_taken_back(hearings):
    spoken = hearings.record(answer("r1"), [], [Move(HERE, replace(HERE, heard_until=TS))])
    known = at(hearings)
    hearings.take_back(spoken)
    with pytest.raises(ConditionFailed):
        hearings.record(answer("r2"), [], [Move(known, replace(known, heard_until=LATER))])


# ------------------------------------------------------------------------- long messages in parts

BLANK = Partway("C1", TS)


def partway(said: int) -> Partway:
    return replace(BLANK, said=said, digest="abc")


def test_how_far_a_long_message_was_told_is_kept_with_the_answer_and_taken_back(hearings, inbox):
    first = hearings.record(answer("r1"), [], steps=[Step(BLANK, partway(100))])
    second = hearings.record(answer("r2"), [], steps=[Step(partway(100), partway(200))])
    assert hearings.partway("personal") == [partway(200)]
    assert hearings.take_back(second)
    assert hearings.partway("personal") == [partway(100)]
    assert not hearings.take_back(first)


def test_a_part_is_told_once_on_however_many_devices(hearings, inbox):
    hearings.record(answer("r1"), [], steps=[Step(BLANK, partway(100))])
    with pytest.raises(ConditionFailed):
        hearings.record(answer("r2"), [], steps=[Step(BLANK, partway(100))])
    hearings.record(answer("r3"), [], steps=[Step(partway(100), partway(200))])
    with pytest.raises(ConditionFailed):
        hearings.record(answer("r4"), [], steps=[Step(partway(100), partway(200))])


def test_with_the_last_part_nothing_is_kept_and_taking_it_back_brings_it_back(hearings, inbox):
    hearings.record(answer("r1"), [], steps=[Step(BLANK, partway(100))])
    last = hearings.record(answer("r2"), [used()], steps=[Step(partway(100), BLANK)])
    assert hearings.partway("personal") == []
    hearings.take_back(last)
    assert hearings.partway("personal") == [partway(100)]


def test_what_was_told_in_part_stays_unheard(hearings, inbox):
    hearings.record(answer("r1"), [used(reason=None, is_spoken=False, is_partly=True)])
    assert hearings.heard("personal", "C1", START) == set()
    assert [each.ts for each in inbox.unheard("personal")] == [TS, LATER]


# ------------------------------------------------------------------------ moved without an answer


def test_what_is_gone_or_read_calls_no_more(hearings, inbox):
    passed = [used(is_spoken=False), used(LATER, None, is_late=True, is_spoken=False)]
    hearings.pass_over("personal", passed)
    assert [each.ts for each in inbox.unheard("personal")] == [LATER]
    hearings.pass_over("personal", passed)


def test_a_move_that_comes_too_late_is_none(hearings):
    assert hearings.move(Move(HERE, replace(HERE, heard_until=TS)))
    assert not hearings.move(Move(HERE, replace(HERE, heard_until=LATER)))
    assert at(hearings).heard_until == TS


def test_a_mark_moves_forward_only_and_leaves_the_rest(hearings):
    hearings.see(HERE, TS)
    hearings.mark(HERE, LATER)
    hearings.mark(HERE, TS)
    assert (at(hearings).marked_until, at(hearings).seen_until) == (LATER, TS)
