"""Names told by their letters."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.answers.whom.pointed_out import letters
from skill.understanding.language import language

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    ("said", "first", "others"),
    [
        ("it's sato s a t o", "sato", "it's sato"),
        ("sato that's s a t o", "sato", "sato"),
        ("kevin with a p", "p", "kevin"),
        ("kevin with an s please", "s", "kevin"),
        ("the one that starts with p", "p", ""),
        ("p for peter", "p", ""),
        ("with s as in sugar", "s", ""),
        ("kevin p", "p", "kevin"),
    ],
)
def test_letters_are_told_from_what_leads_to_them(said, first, others):
    found = letters(said, ENGLISH)
    assert found is not None
    assert (found.first, found.others) == (first, others)


@pytest.mark.parametrize("said", ["", "park", "the second one", "p for sugar", "tell him i am in"])
def test_what_tells_no_letters_is_none(said):
    assert letters(said, ENGLISH) is None


@given(st.text(alphabet="abcdefghijklmnop ", max_size=30))
def test_whatever_is_said_letters_are_some_that_were_said(said):
    found = letters(said, ENGLISH)
    assert found is None or (found.first and set(found.first) <= set(said))
