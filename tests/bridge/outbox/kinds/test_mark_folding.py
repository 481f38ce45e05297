"""Where a read mark is to stand, as a table."""

import pytest
from hypothesis import given, strategies as st

from bridge.outbox.kinds.mark_folding import folded, read_elsewhere
from postbox.inbox.message import START
from postbox.outbox.commands import MarkRead, MarkUnread

TS = [f"179000000{number}.000100" for number in range(6)]


SAID = {
    "id": "a",
    "link_id": "personal",
    "team_id": "T1",
    "conversation_id": "C1",
    "conversation_name": "general",
    "spoken_at": 1.5,
    "locale": "en-US",
}


def mark(since: str | None, ts: str) -> MarkRead:
    return MarkRead(**SAID, ts=ts, since=since)


def back(ts: str) -> MarkUnread:
    return MarkUnread(**SAID, ts=ts)


@pytest.mark.parametrize(
    ("actions", "before", "after"),
    [
        ([mark(TS[1], TS[3])], TS[1], TS[3]),
        ([mark(TS[1], TS[3])], TS[2], TS[3]),
        ([mark(TS[1], TS[3])], TS[0], TS[0]),
        ([mark(TS[1], TS[3])], TS[4], TS[4]),
        ([mark(None, TS[3])], START, TS[3]),
        ([mark(TS[0], TS[2]), mark(TS[2], TS[4])], TS[0], TS[4]),
        ([mark(TS[0], TS[2]), mark(TS[3], TS[4])], TS[0], TS[2]),
        ([mark(TS[0], TS[4]), back(TS[2])], TS[0], TS[2]),
        ([mark(TS[1], TS[4]), back(TS[2])], TS[0], TS[0]),
        ([back(TS[2]), mark(TS[2], TS[3])], TS[4], TS[3]),
        ([back(TS[2])], TS[1], TS[1]),
    ],
)
def test_marks_are_followed_in_order(actions, before, after):
    assert folded(actions, before) == after


marks = st.builds(mark, st.sampled_from([None, *TS]), st.sampled_from(TS))
backs = st.builds(back, st.sampled_from(TS))


@given(st.lists(marks | backs), st.lists(marks | backs), st.sampled_from([START, *TS]))
def test_done_at_once_they_come_to_the_same_as_one_by_one(some, more, before):
    assert folded([*some, *more], before) == folded(more, folded(some, before))


def test_only_a_mark_beyond_all_of_them_tells_of_reading_elsewhere():
    assert read_elsewhere([mark(TS[0], TS[2]), mark(TS[2], TS[3])], TS[4])
    assert not read_elsewhere([mark(TS[0], TS[2]), mark(TS[2], TS[3])], TS[3])
