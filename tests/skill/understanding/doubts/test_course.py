"""What the second look sees of how a text goes on: what is joined, where it turns."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.doubts.second_look.classes import Classes
from skill.understanding.doubts.second_look.course import Course
from skill.understanding.phrase import Phrase
from skill.understanding.sentences.shapes import Shapes
from tests.skill.understanding.workspace import ENGLISH

SHAPES = Shapes(ENGLISH)
CLASSES = Classes(ENGLISH, SHAPES)
COURSE = Course(ENGLISH, SHAPES, CLASSES)


def seen(text: str) -> set[str]:
    """Return what is seen in a text."""
    phrase = Phrase(text)
    return set(COURSE.of(phrase.spoken, CLASSES.of(phrase)))


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("the van is back and ask for the key", "join:statement and order"),
        ("bring the van back and ask for the key", "join:order and order"),
        ("the van is back and the key is here", "join:statement and statement"),
        ("on tuesday wednesday", "two:DAY "),
        ("on tuesday no wednesday", "two:DAY no"),
        ("on tuesday not tuesday", "two:2 same"),
        ("on tuesday no wednesday at six", "turn:no same"),
        ("the hall i mean the hall is shut", "turn:i mean again"),
        ("the hall i mean the barn is shut", "turn:i mean statement"),
        ("the hall is shut i mean", "turn at the end:i mean"),
        ("the pump is dead the pump is dead", "shared:3"),
        ("the pump is dead we need a plumber", "shared:0"),
        ("bring the long ladder", "sort:order"),
        ("who has the ladder", "sort:question"),
        ("i have the ladder", "sort:statement"),
    ],
)
def test_what_is_seen(text: str, feature: str) -> None:
    assert feature in seen(text)


def test_nothing_is_seen_in_nothing_and_what_takes_nothing_up_is_not_said_again() -> None:
    assert seen("") == set()
    assert "turn:again" not in seen("the hall i mean the barn")


@given(st.lists(st.sampled_from(["no", "pump", "tuesday", "and", "i", "mean", "ask"]), max_size=40))
def test_any_words_can_be_looked_at(words: list[str]) -> None:
    assert all(feature.strip() for feature in seen(" ".join(words)))


@pytest.mark.parametrize("fragment", ["no the pump ", "tuesday ", "and ask ", "i mean "])
def test_what_is_seen_grows_no_faster_than_the_text(fragment: str) -> None:
    once, often = (len([*_all(fragment * count)]) for count in (100, 400))
    assert often <= 5 * once


def _all(text: str) -> list[str]:
    phrase = Phrase(text)
    return [*COURSE.of(phrase.spoken, CLASSES.of(phrase))]
