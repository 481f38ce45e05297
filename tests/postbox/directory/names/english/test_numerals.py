"""Spoken numbers are the digits that are written in names."""

import pytest
from hypothesis import given, strategies as st

from postbox.directory.names.english.numerals import in_digits


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("three", "3"),
        ("zero", "0"),
        ("thirteen", "13"),
        ("twenty one", "21"),
        ("ninety nine", "99"),
        ("twenty twenty four", "2024"),
        ("nineteen ninety nine", "1999"),
        ("twenty ten", "2010"),
        ("twenty oh five", "2005"),
        ("two thousand twenty four", "2024"),
        ("four oh four", "404"),
        ("five o one", "501"),
        ("zero zero seven", "007"),
        ("nine one one", "911"),
        ("one hundred", "100"),
        ("one hundred one", "101"),
        ("one oh one", "101"),
        ("two hundred five", "205"),
        ("two hundred twenty five", "225"),
        ("one twenty three", "123"),
        ("three thousand", "3000"),
        ("twelve hundred", "1200"),
        ("sixty five hundred", "6500"),
        ("one thousand two hundred", "1200"),
        ("five hundred thousand", "500000"),
        ("7 hundred", "700"),
        ("q three planning", "q 3 planning"),
        ("v one point two", "v 1 point 2"),
        ("room 101", "room 101"),
        ("team 2 one", "team 21"),
        ("1st floor", "first floor"),
        ("the 3rd", "the third"),
        ("second street", "second street"),
    ],
)
def test_a_number_is_written_as_people_mean_it(spoken, written):
    assert in_digits(spoken.split()) == written.split()


@pytest.mark.parametrize("spoken", ["oh", "o brother", "hundred", "a thousand thanks", "oh no"])
def test_a_word_that_only_belongs_to_numbers_is_a_word_by_itself(spoken):
    assert in_digits(spoken.split()) == spoken.split()


_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_digits_said_one_by_one_are_these_digits(digits):
    assert in_digits([_UNITS[digit] for digit in digits]) == ["".join(map(str, digits))]


@given(st.integers(2, 9), st.integers(1, 9), st.integers(1, 9))
def test_hundreds_tens_and_units_add_up(tens, units, hundreds):
    spoken = [_UNITS[hundreds], "hundred", _TENS[tens], _UNITS[units]]
    assert in_digits(spoken) == [str(hundreds * 100 + tens * 10 + units)]


words = st.sampled_from([*_UNITS, *_TENS[1:], "hundred", "thousand", "oh", "dev", "7", "2024"])


@given(st.lists(words))
def test_words_between_numbers_stay_where_they_are(spoken):
    written = " ".join(in_digits(spoken)).split("dev")
    between = " ".join(spoken).split("dev")
    assert len(written) == len(between)
    assert [bool(numeral.strip()) for numeral in written] == [
        bool(numeral.strip()) for numeral in between
    ]


@given(st.lists(st.from_regex(r"[a-z]{1,9}x", fullmatch=True)))
def test_words_that_are_no_numbers_stay(spoken):
    assert in_digits(spoken) == spoken
