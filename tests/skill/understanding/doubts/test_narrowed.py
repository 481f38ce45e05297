"""Which of all are meant behind "everyone", and what begins the text to all."""

import pytest

from skill.understanding.doubts.leftover.narrowed import Narrowed
from skill.understanding.language import language
from skill.understanding.phrase import Phrase

NARROWED = Narrowed(language("en-US"))


@pytest.mark.parametrize(
    "said",
    [
        "in the bergen office the tap drips",
        "at the depot the tap drips",
        "on our floor the tap drips",
        "from the night shift the tap drips",
        "with a canoe the shed is open",
        "by the pool there is cake",
        "upstairs the tap drips",
        "here the tap drips",
        "over there lunch is served",
        "except ana the tap drips",
        "but kevin the tap drips",
        "who works late the tap drips",
    ],
)
def test_some_of_all_are_told_apart(said):
    assert NARROWED.some_of_all(Phrase(said).spoken) > 0


@pytest.mark.parametrize(
    "said",
    [
        "the tap drips",
        "at noon we sail",
        "in the morning we sail",
        "on monday the shop is shut",
        "from friday the shop is shut",
        "by the end of may the roof is on",
        "on the bright side it is dry",
        "in a week we move",
        "with luck we sail",
        "outside",
    ],
)
def test_what_begins_a_text_to_all_is_no_such_word(said):
    assert NARROWED.some_of_all(Phrase(said).spoken) == 0


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("in the bergen office the tap drips", "bergen office"),
        ("at the depot we're closed", "depot"),
        ("on our third floor there is cake", "third floor"),
        ("with a canoe the shed is open", ""),
        ("in the bergen office to lock up", ""),
        ("in the morning we sail", ""),
        ("the tap drips", ""),
    ],
)
def test_the_place_ends_where_a_sentence_begins(said, place):
    spoken = Phrase(said).spoken
    start, end = NARROWED.place(spoken)
    assert " ".join(spoken[start:end]) == place
