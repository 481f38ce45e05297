"""Which of those that were offered."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.answers.whom.pointed_out import position
from skill.understanding.language import language

ORDINALS = language("en-US").ordinals
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@pytest.mark.parametrize(
    ("spoken", "place"),
    [
        ("the first one", 0),
        ("the first", 0),
        ("first", 0),
        ("one", 0),
        ("number one", 0),
        ("1", 0),
        ("1st", 0),
        ("the second one", 1),
        ("The Second One!", 1),
        ("number two", 1),
        ("option 2", 1),
        ("the second one please", 1),
        ("2nd", 1),
        ("three", 2),
        ("the third", 2),
        ("the last one", 2),
        ("the last", 2),
        ("last", 2),
    ],
)
def test_a_position_is_one_of_three(spoken, place):
    assert position(spoken, 3, "en-US") == place


@pytest.mark.parametrize(
    "spoken",
    [
        "",
        "…",
        "kevin",
        "kevin two",
        "the fourth",
        "number four",
        "zero",
        "number",
        "1000",
        "second street",
        "none of them",
        "the first and the second",
        "twenty one",
    ],
)
def test_what_names_no_place_among_three_is_none(spoken):
    assert position(spoken, 3, "en-US") is None


def test_the_last_of_two_is_the_second():
    assert position("the last one", 2, "en-US") == 1


@given(st.integers(1, 10), st.integers(1, 10))
def test_every_way_to_say_a_place_means_the_same(number, offered):
    ordinal, cardinal = ORDINALS[number - 1], NUMBERS[number - 1]
    expected = number - 1 if number <= offered else None
    for spoken in (
        f"the {ordinal} one",
        ordinal,
        f"number {cardinal}",
        cardinal,
        str(number),
        f"option {number}",
    ):
        assert position(spoken, offered, "en-US") == expected


@given(st.text(), st.integers(1, 3))
def test_whatever_is_answered_is_a_place_or_none(spoken, offered):
    place = position(spoken, offered, "en-US")
    assert place is None or 0 <= place < offered
