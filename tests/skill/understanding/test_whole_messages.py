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
    # How it is to be sent is no text.
    (
        "recipient: nora and pavel separately you are each other's reserve",
        [("U1", "you are each other's reserve"), ("U2", "you are each other's reserve")],
    ),
    (
        "recipient: nora and pavel one by one please that the visa came",
        [("U1", "the visa came"), ("U2", "the visa came")],
    ),
    (
        "text: nora and pavel separately please the raft is late",
        [("U1", "the raft is late"), ("U2", "the raft is late")],
    ),
    ("recipient: nora from us all the best", [("U1", "from us all the best")]),
    # What there is to tell is no text, and what there is to say of it is.
    ("text: nora a quick one the shed is open", [("U1", "the shed is open")]),
    ("recipient: nora something smells in the shed", [("U1", "something smells in the shed")]),
    # Whole sentences that look like half ones.
    ("recipient: nora we lost", [("U1", "we lost")]),
    ("recipient: nora i can't wait", [("U1", "i can't wait")]),
    ("recipient: nora we need more rope", [("U1", "we need more rope")]),
    # Nothing was said anew.
    ("text: in kitchen oh no the soup is burnt", [("C2", "oh no the soup is burnt")]),
    ("recipient: pavel stone not to hope for rain", [("U2", "Don't hope for rain")]),
    ("recipient: nora do it or do not do it", [("U1", "do it or do not do it")]),
]
IN_TURN = """
    recipient: nora to fetch pavel and ivan to help with the raft
    recipient: nora to order flour and hope to slice the onions
    recipient: nora to go to the shop and pavel to the bank
"""
TOLD_HOW = """
    recipient: nora separately we have to count the oars
    recipient: nora something the raft is late
    recipient: nora a thing the boiler is cold
    text: to nora from me the boiler is cold
"""
HALF_A_SENTENCE = """
    recipient: nora we borrowed
    recipient: nora did you bring
    recipient: nora i've already put
    recipient: nora they want several
    recipient: nora once nobody
    recipient: nora the trouble with the lift is that
    text: the only snag with the raft is that
    text: we would suggest
"""
SAID_ANEW = """
    recipient: nora her scarf is on the hook i mean the coats for the show are on the hook
    recipient: nora the game's off no on it's on
    recipient: nora to print it on monday not monday tuesday
    recipient: nora to meet at noon not noon one
    text: in kitchen oh no workshop the lathe is loose
    text: there are nails in the crate screws i mean screws
    recipient: nora the stew wants let me smell wants butter
    text: in kitchen wait is it workshop yes workshop the lathe is loose
"""
ASKED_BY_A_STATEMENT = """
    text: ivan has to know the meeting moved
    text: ivan really should know we moved the stall
    text: somebody should let ivan know the kiln is hot
    text: one of you tell ivan the kiln is hot
    text: i can't get through to ivan so tell him the boat is in
    text: i can't find the glue so ask her
    text: i'd like workshop to stop using the red paint
    text: we need ivan to bring the ladder
"""
NOT_FOR_SLACK = """
    text: no stop
    text: wait wait cancel
    text: eggs on my shopping list
    text: mein schatz did you water the beans
    text: ivan got a written warning
    ask: nora whether we may hire a van or whether we have to walk
"""

judge = partial(verdict_on, UNDERSTANDING)


@pytest.mark.parametrize(("said", "posts"), POSTED)
def test_each_gets_what_is_theirs(said: str, posts: list[tuple[str, str]]) -> None:
    verdict = judge(said)
    found = [(one.id, message.text) for message in verdict.messages for one in message.recipients]
    assert (found, verdict.action) == (posts, Action.SEND)


@pytest.mark.parametrize(
    "said",
    [
        said
        for table in (
            IN_TURN,
            TOLD_HOW,
            HALF_A_SENTENCE,
            SAID_ANEW,
            ASKED_BY_A_STATEMENT,
            NOT_FOR_SLACK,
        )
        for said in rows(table)
    ],
)
def test_what_may_be_for_another_is_read_back(said: str) -> None:
    verdict = judge(said)
    assert (verdict.action, bool(verdict.why)) == (Action.READ_BACK, True)
