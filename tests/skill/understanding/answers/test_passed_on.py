"""A statement that wants somebody told holds a message to them; other statements hold none."""

import pytest

from skill.understanding.answers.passed_on import PassedOn, passed_on
from skill.understanding.phrase import Phrase
from tests.skill.understanding.workspace import ENGLISH

KNOWN = {"olu", "ana", "ana lima", "mark", "wei", "the sales lot"}


def read(words: str) -> PassedOn | None:
    """Return the message in these words, where the known names are somebody's."""
    return passed_on(Phrase(words), ENGLISH, lambda name: name if name in KNOWN else "")


@pytest.mark.parametrize(
    ("words", "name", "text"),
    [
        ("mark should hear that the urn is broken", "mark", "the urn is broken"),
        ("ana lima needs to know we are out of flour", "ana lima", "we are out of flour"),
        ("olu must be told that his van's blocking the yard", "olu", "his van's blocking the yard"),
        ("i want olu to know that the gate is open", "olu", "the gate is open"),
        ("ana could do with knowing that the bank rang", "ana", "the bank rang"),
        ("the sales lot need telling the price went up", "the sales lot", "the price went up"),
        ("olu had better be told the step is loose", "olu", "the step is loose"),
        ("i'd like wei to hear that we won", "wei", "we won"),
        ("make sure wei knows that the lock is changed", "wei", "the lock is changed"),
        ("please make sure ana lima gets this the urn leaks", "ana lima", "the urn leaks"),
        ("see to it that olu hears we're out of tea", "olu", "we're out of tea"),
        ("make certain mark is told that the road's shut", "mark", "the road's shut"),
        ("i promised wei a word so tell him the kiln is on", "wei", "the kiln is on"),
        ("i told ana i'd let her know so tell her that we're open", "ana", "we're open"),
    ],
)
def test_whom_a_statement_wants_told_is_told(words, name, text):
    assert read(words) == PassedOn(name, text)


@pytest.mark.parametrize(
    "words",
    [
        "mark should know better than that",
        "mark has to hear this the best man is allergic to nuts",
        "mark should know better",
        "make sure olu gets the spare key",
        "make sure the door is locked",
        "make sure zebulon knows that we are open",
        "ana needs to know where the keys are",
        "somebody should hear that the gate is open",
        "zebulon should hear that the gate is open",
        "i want the crew to know that the gate is open",
        "i met olu and ana so tell them the gate is open",
        "the gate is open so tell her",
        "olu knows that the gate is open",
    ],
)
def test_other_statements_hold_no_message(words):
    assert read(words) is None
