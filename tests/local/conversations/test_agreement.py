"""What was expected against what came: spaces folded, `...` for anything."""

import string

import pytest
from hypothesis import given, strategies as st

from local.conversations.looks import ANYTHING, agrees, folded

texts = st.text(string.ascii_letters + " .\t\n&<🎉ש", max_size=30)
plain = texts.map(lambda text: text.replace(".", ""))
"""Without a dot, which beside `...` would be one of its."""


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ("Sent to general.", "Sent to general."),
        ("Sent  to\tgeneral.", " Sent to\n general. "),
        ("...", ""),
        ("...", "anything at all"),
        ("Sent...", "Sent to general."),
        ("Sent ...", "Sent"),
        ("...general.", "Sent to general."),
        ("Kevin ... leg!", "Kevin says: Break a leg!"),
        ("... says: ... a ... says: ...", "Kevin says: Break a leg! Ana says: Yes"),
        ("wait....", "wait and see."),
        ("a(b)*[c]", "a(b)*[c]"),
    ],
)
def test_what_reads_the_same_agrees(expected, actual):
    assert agrees(expected, actual)


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ("Sent to general.", "Sent to random."),
        ("Sent to general.", "sent to general."),
        ("Sent to general.", "Sent to general. Anything else?"),
        ("Sent", ""),
        ("", "Sent"),
        ("Sent...", "Not sent"),
        ("...general", "general and more"),
        ("one ... two ... three", "one three two"),
        ("ab...bc", "abc"),
        ("a.c", "abc"),
        (".*", "anything"),
    ],
)
def test_what_reads_otherwise_does_not(expected, actual):
    assert not agrees(expected, actual)


@given(plain)
def test_every_text_agrees_with_itself_however_it_is_spaced(text):
    assert agrees(text, text)
    assert agrees(f"  {text}\n", folded(text))


@given(plain, plain)
def test_without_the_dots_only_the_same_text_agrees(expected, actual):
    assert agrees(expected, actual) == (folded(expected) == folded(actual))


@given(st.lists(plain, min_size=2, max_size=5), texts)
def test_dots_stand_for_any_text_between_the_parts(parts, words):
    assert agrees(ANYTHING.join(parts), f" {words} ".join(parts))


@given(plain, texts)
def test_what_agrees_still_agrees_with_more_where_the_dots_end_it(expected, more):
    assert agrees(f"{expected}{ANYTHING}", f"{expected} {more}")


@given(plain, plain, texts)
def test_what_stands_outside_the_dots_must_be_there(start, end, actual):
    stands = folded(actual).startswith(folded(start)) and folded(actual).endswith(folded(end))
    enough = len(folded(actual)) >= len(folded(start)) + len(folded(end))
    assert agrees(f"{start}{ANYTHING}{end}", actual) == (stands and enough)


def test_many_dots_in_a_long_text_are_decided_at_once():
    assert not agrees("a..." * 500 + "b", "a" * 8000)
    assert agrees("a..." * 500 + "b", "a" * 8000 + "b")
