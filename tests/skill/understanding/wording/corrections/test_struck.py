"""What is struck out in one breath gives way to what is to be said instead."""

import pytest

from skill.understanding.language import language
from skill.understanding.wording.corrections.struck import struck, without_what_is_struck

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the soup is nice strike nice and say lovely", "the soup is lovely"),
        ("we meet in the hall scratch the hall and put the barn", "we meet in the barn"),
        ("bring ten mugs delete ten mugs make it two jugs", "bring two jugs"),
    ],
)
def test_the_last_words_give_way(said, meant):
    kept = without_what_is_struck(tuple(said.split()), ENGLISH)
    assert kept is not None
    assert " ".join(" ".join(said.split()[first:end]) for first, end in kept) == meant


def test_words_further_back_are_found_and_left_for_reading_back():
    said = ("nice", "soup", "today", "strike", "nice", "and", "say", "good")
    assert struck(said, ENGLISH) == (0, 1, 3, 7)
    assert without_what_is_struck(said, ENGLISH) is None


@pytest.mark.parametrize(
    "said",
    [
        "the strike is over and say hello",
        "they strike on monday and say why",
        "strike nice and say lovely",
        "the soup is nice strike cold and say warm",
        "nice soup nice bread strike nice and say good",
    ],
)
def test_nothing_is_struck_out_that_was_not_said_once_before(said):
    assert struck(tuple(said.split()), ENGLISH) is None
