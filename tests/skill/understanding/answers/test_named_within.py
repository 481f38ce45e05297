"""Who is named somewhere in an answer that fits no pattern."""

import pytest

from skill.understanding.answers.named_within import Span, excuses, meant_within
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
        ("anybody but lee", ""),
        ("the one with the hat", ""),
    ],
)
def test_the_only_name_is_meant_or_the_last_behind_a_correction(said, meant):
    found = meant_within(tuple(said.split()), spans(said), ENGLISH)
    assert (found.of if found else "") == meant


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
