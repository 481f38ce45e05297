"""What is wrong in a text gives way to what is right, in its place, and nowhere else."""

import pytest

from skill.understanding.language import language
from skill.understanding.wording.amending import exchanged, surely_amended

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


def test_what_is_exchanged_is_named():
    assert ("noon", "one o'clock") in list(exchanged("change noon to one o'clock", ENGLISH))
    assert not list(exchanged("noon is better", ENGLISH))
