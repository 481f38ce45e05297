"""Who is named somewhere in an answer that fits no pattern."""

import pytest

from skill.understanding.answers.whom.named_within import (
    Span,
    changes_nothing,
    excuses,
    meant_within,
)
from skill.understanding.language import language

ENGLISH = language("en-US")
NAMES = ("lee", "ruth", "omar")


def spans(said):
    words = said.split()
    return [Span(at, at + 1, word) for at, word in enumerate(words) if word in NAMES]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("lee if he is about", "lee"),
        ("lee no ruth no lee that is final", "lee"),
        ("lee wait ruth she has the key", "ruth"),
        ("not ruth at all i need omar", "omar"),
        ("lee and perhaps ruth or so", ""),
        # One is ruled out by the other, whichever stands first.
        ("lee rather than ruth", "lee"),
        ("rather lee than ruth", "lee"),
        ("lee instead of ruth if i may", "lee"),
        ("lee as opposed to ruth", "lee"),
        ("lee over ruth", "lee"),
        ("lee and not ruth", "lee"),
        ("lee or rather ruth", "ruth"),
        # How they stand to each other is not told.
        ("i prefer lee to ruth", ""),
        ("lee since ruth is away", ""),
        ("ruth is asleep so lee", ""),
        ("anybody but lee", ""),
        ("the one with the hat", ""),
    ],
)
def test_the_only_name_is_meant_or_the_last_behind_a_correction(said, meant):
    found = meant_within(tuple(said.split()), spans(said), ENGLISH)
    assert (found.of if found else "") == meant


@pytest.mark.parametrize(
    ("said", "is_chosen"),
    [
        # Fillers, asides, courtesies, and what describes somebody.
        ("the tall one lee", True),
        ("down rex down lee", True),
        ("lee please and thank you", True),
        ("i have told you lee", True),
        ("lee obviously who else", True),
        ("lee you clever thing", True),
        # What may deny, add, count, tell or correct something.
        ("never lee", True),
        ("not lee", False),
        ("lee and the gate too", False),
        ("lee at five", False),
        ("lee is away", False),
        ("tell lee the gate", False),
        ("lee no wait", False),
        ("forget it lee", False),
        ("put it to lee", False),
        # More than stands beside a choice.
        ("lee the gate by the mill", False),
        ("i was only saying to my wife that lee", False),
    ],
)
def test_a_name_is_chosen_amid_what_changes_nothing(said, is_chosen):
    words = tuple(said.split())
    assert changes_nothing(words, spans(said)[0], ENGLISH) is is_chosen


@pytest.mark.parametrize(
    ("said", "at", "is_chosen"),
    [("off to the park", 3, False), ("oh sit park", 2, True), ("the park", 1, True)],
)
def test_a_plain_word_that_a_sentence_leads_to_chooses_nobody(said, at, is_chosen):
    name = Span(at, at + 1, "park")
    assert changes_nothing(tuple(said.split()), name, ENGLISH) is is_chosen


@pytest.mark.parametrize(
    ("said", "is_excuse"),
    [
        ("sorry lee i was upstairs", True),
        ("oh sorry lee i had a call", True),
        ("lee i was upstairs", False),
        ("sorry lee the boat is late", False),
        ("tell lee i was upstairs", False),
    ],
)
def test_only_an_apology_excuses_the_delay(said, is_excuse):
    words = tuple(said.split())
    assert excuses(words, spans(said)[0], ENGLISH) is is_excuse
