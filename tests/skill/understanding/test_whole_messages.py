"""Nobody gets another one's words, half a message, or what only tells how to send: by kinds."""

from functools import partial

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver, rows, verdict_on

PEOPLE = (
    Person("U1", "Nora Voss"),
    Person("U2", "Pavel Stone"),
    Person("U3", "Hope Lindt"),
    Person("U4", "Ivan Petrov"),
    Person("UM", "Mira Holt"),
)
CHANNELS = (
    Conversation("C1", "general", "channel"),
    Conversation("C2", "kitchen", "channel"),
    Conversation("C3", "workshop", "channel"),
)
ME = Candidate("UM", "Mira Holt", Kind.PERSON, EXACT, "the speaker")
UNDERSTANDING = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH, ME)

POSTED = [
    (
        "recipient: nora to rake the yard and pavel to lock the gate",
        [("U1", "Rake the yard"), ("U2", "Lock the gate")],
    ),
    (
        "recipient: nora to feed the goat and pavel not to feed the dog",
        [("U1", "Feed the goat"), ("U2", "Don't feed the dog")],
    ),
    (
        "recipient: nora that the raft is here and pavel that the oars are here",
        [("U1", "the raft is here"), ("U2", "the oars are here")],
    ),
    (
        "recipient: nora to come early and try to be quiet",
        [("U1", "Come early and try to be quiet")],
    ),
]
IN_TURN = """
    recipient: nora to fetch pavel and ivan to help with the raft
    recipient: nora to order flour and hope to slice the onions
    recipient: nora to go to the shop and pavel to the bank
"""

judge = partial(verdict_on, UNDERSTANDING)


@pytest.mark.parametrize(("said", "posts"), POSTED)
def test_each_gets_what_is_theirs(said: str, posts: list[tuple[str, str]]) -> None:
    verdict = judge(said)
    found = [(one.id, message.text) for message in verdict.messages for one in message.recipients]
    assert (found, verdict.action) == (posts, Action.SEND)


@pytest.mark.parametrize("said", rows(IN_TURN))
def test_what_may_be_for_another_is_read_back(said: str) -> None:
    verdict = judge(said)
    assert (verdict.action, bool(verdict.why)) == (Action.READ_BACK, True)
