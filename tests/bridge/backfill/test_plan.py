"""Which conversations are compared next."""

from dataclasses import replace

import pytest

from bridge.backfill.plan import MOST_SWEPT, next_to_compare
from postbox.directory.entries import Conversation
from postbox.inbox.backfill import Backfill

BACKFILL = Backfill("T1")
KINDS = {"D": "im", "G": "mpim", "C": "channel"}


def conversations(*ids: str) -> dict[str, Conversation]:
    return {identifier: Conversation(identifier, "", KINDS[identifier[0]]) for identifier in ids}


THERE = conversations("C1", "C2", "C3", "C4", "C5", "D1", "D2", "G1")


@pytest.mark.parametrize(
    ("backfill", "lively", "most", "expected"),
    [
        (BACKFILL, ["C5", "D2"], 6, ["C5", "D1", "C1", "D2", "G1", "C2"]),
        (BACKFILL, ["C9"], 2, ["D1", "C1"]),
        (replace(BACKFILL, turn="C4", direct_turn="D2"), [], 3, ["G1", "C5", "D1"]),
        (replace(BACKFILL, runs=1), ["C5"], 1, ["D1"]),
        (replace(BACKFILL, runs=2), ["C5"], 1, ["C1"]),
        (replace(BACKFILL, runs=3), ["C5", "C4"], 1, ["C4"]),
        (replace(BACKFILL, is_wanted=True), ["C5", "D2"], 5, ["D2", "C5", "D1", "G1", "C1"]),
        (replace(BACKFILL, is_wanted=True, done=("D1", "D2", "C1")), [], 3, ["G1", "C2", "C3"]),
        (replace(BACKFILL, is_wanted=True, done=tuple(THERE)), ["C5"], 3, []),
    ],
    ids=[
        "the liveliest, direct messages and others in turn",
        "nothing that the speaker is not in",
        "each round goes on where it was",
        "a single call is for each row in its turn",
        "the third one",
        "and for each of the liveliest",
        "in a sweep what is lively first, direct messages before others",
        "in a sweep nothing twice",
        "a sweep that is done",
    ],
)
def test_conversations_are_compared_in_turn(backfill, lively, most, expected):
    assert next_to_compare(backfill, THERE, lively, most) == expected


def test_however_few_calls_a_run_has_every_conversation_comes_round():
    backfill, seen = BACKFILL, set()
    for _ in range(3 * len(THERE)):
        (chosen,) = next_to_compare(backfill, THERE, ["C1"], 1)
        seen.add(chosen)
        backfill = replace(backfill, runs=backfill.runs + 1)
        if chosen != "C1":
            turn = "turn" if chosen[0] == "C" else "direct_turn"
            backfill = replace(backfill, **{turn: chosen})
    assert seen == set(THERE)


def test_a_sweep_ends_however_many_conversations_there_are():
    many = conversations(*(f"C{number}" for number in range(20_000)), "D1", "D2")
    backfill, lively, runs = replace(BACKFILL, is_wanted=True), ["C19999", "D2"], 0
    seen: list[str] = []
    while chosen := next_to_compare(backfill, many, lively, 30):
        seen += chosen
        backfill = replace(backfill, done=(*backfill.done, *chosen))
        runs += 1
    assert seen[:3] == ["D2", "C19999", "D1"]
    assert len(seen) == len(set(seen)) == MOST_SWEPT
    assert runs == MOST_SWEPT / 30
