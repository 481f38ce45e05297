"""What is wrong in a text gives way to what is right, in its place, and nowhere else."""

import pytest

from skill.understanding.language import language
from skill.understanding.wording.amending import amended, corrects, exchanged, surely_amended

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("tank nine's done", "change nine to nineteen", "tank nineteen's done"),
        ("tank nine is done", "make nine nineteen", "tank nineteen is done"),
        ("lunch is at noon", "swap noon for one o'clock", "lunch is at one o'clock"),
        ("the red van is here", "change red to blue please", "the blue van is here"),
        ("the van is full", "no replace full with empty", "the van is empty"),
        ("the van is full", "can you change full to empty", "the van is empty"),
        ("the van is full", "change the word full to empty", "the van is empty"),
        ("the van is full", "change red to blue", None),
        ("nine of nine", "change nine to ten", None),
    ],
)
def test_words_are_exchanged_where_they_stand_once(text, said, right):
    assert surely_amended(text, said, ENGLISH) == right


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("meet at the upper gate", "no the lower gate", "meet at the lower gate"),
        ("the white bus is full", "sorry the brown bus", "the brown bus is full"),
        ("the tower is at the upper gate", "no the lower wall", None),
        ("doors open at ten", "hang on half ten", "doors open at half ten"),
        ("doors open at ten", "no at eleven", "doors open at eleven"),
        ("room six is cold", "room sixteen i said", "room sixteen is cold"),
        ("we need ten mugs", "no honey twelve mugs", "we need twelve mugs"),
        ("tram six is in at ten", "no quarter past ten", "tram six is in at quarter past ten"),
        ("tram six is in at ten", "no eleven", None),
        ("meet at the upper gate", "the lower gate", None),
    ],
)
def test_words_of_correction_around_them_say_which_are_right(text, said, right):
    assert surely_amended(text, said, ENGLISH) == right


def test_one_of_two_numbers_is_only_proposed():
    text = "tram six is in at ten"
    assert amended(text, "no eleven", ENGLISH) == "tram six is in at eleven"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("sorry tuesday", True),
        ("change six to seven", True),
        ("bay two i said", True),
        ("we have two dogs", False),
        ("the bus is late", False),
    ],
)
def test_what_corrects_says_so(said, expected):
    assert corrects(said, ENGLISH) is expected


def test_what_is_exchanged_is_named():
    assert ("noon", "one o'clock") in list(exchanged("change noon to one o'clock", ENGLISH))
    assert not list(exchanged("noon is better", ENGLISH))
