"""What was handed over is at rest when no worker has it, nor will have it without a pause."""

import pytest

from local.stack.at_rest import is_at_rest
from postbox.outbox import receipt_life
from postbox.outbox.commands import SendMessage


def queued(name="m", place="C1", at=100.0):
    return receipt_life.opened(
        SendMessage(
            id=name,
            link_id="personal",
            team_id="T1",
            conversation_id=place,
            conversation_name="general",
            spoken_at=at,
            locale="en-US",
            text="hi",
        )
    )


def claimed(**of):
    return receipt_life.claim(queued(**of), "w", 101.0, 15)


def given_back(**of):
    return receipt_life.give_back(claimed(**of))


def held(**of):
    return receipt_life.hold(claimed(**of))


@pytest.mark.parametrize(
    ("unsettled", "seen", "expected"),
    [
        ([], 0, True),
        ([], 1, False),
        ([queued()], 1, False),
        ([queued()], 0, False),
        ([claimed()], 0, False),
        ([given_back()], 0, True),
        ([given_back()], 1, True),
        ([given_back()], 2, False),
        ([held()], 0, True),
        ([held()], 1, False),
        ([given_back(), queued(name="n", at=101.0)], 1, True),
        ([queued(name="n", at=101.0), given_back()], 1, True),
        ([claimed(), queued(name="n", at=101.0)], 1, False),
        ([given_back(), queued(name="n", at=101.0, place="C2")], 1, False),
        ([given_back(), given_back(name="n", at=101.0, place="C2")], 0, True),
        ([held(), queued(name="n", at=101.0)], 1, False),
    ],
    ids=[
        "nothing",
        "what leaves no receipt is in the queue",
        "nobody had it yet",
        "a worker was just given it",
        "a worker has it",
        "it waits for another attempt",
        "it is due again",
        "and what leaves no receipt is in the queue",
        "it waits for its link",
        "and what leaves no receipt is there",
        "one waits behind it",
        "in whatever order they are read",
        "one waits behind what a worker has",
        "another conversation has its turn",
        "both wait",
        "what is behind one that waits for its link has its turn",
    ],
)
def test_what_is_at_rest(unsettled, seen, expected):
    assert is_at_rest(unsettled, seen) is expected
