"""Marks and emoji that were dictated by name: written where they are meant, words elsewhere."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.emoji.dictated import with_emoji
from skill.understanding.language import language
from skill.understanding.wording.punctuation import punctuated, quoted

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    ("dictated", "written"),
    [
        ("are you coming question mark", "are you coming?"),
        ("where are you at question mark", "where are you at?"),
        ("hi ruth comma the bus is late", "hi ruth, the bus is late"),
        ("hi ruth new line we are late new line bye", "hi ruth\nwe are late\nbye"),
        ("two things colon the roof and the door full stop", "two things: the roof and the door."),
        ("well done exclamation mark", "well done!"),
        ("bread comma milk comma eggs full stop", "bread, milk, eggs."),
        ("yes comma of course full stop", "yes, of course."),
    ],
)
def test_marks_are_written_where_they_are_meant(dictated, written):
    assert punctuated(dictated, ENGLISH) == written


@pytest.mark.parametrize(
    "said",
    [
        "we need a comma in the file",
        "you forgot the question mark",
        "there is a new line of shoes",
        "we have new line managers",
        "the colon in row two is wrong",
        "add comma separated values",
        "put a full stop",
        "the trial period is over",
        "who typed a semicolon",
        "question mark",
    ],
)
def test_a_text_that_speaks_of_a_mark_keeps_its_words(said):
    assert punctuated(said, ENGLISH) == said


@pytest.mark.parametrize(
    ("dictated", "written"),
    [
        ("well done party popper emoji", "well done :tada:"),
        ("ship it rocket emoji fire emoji", "ship it :rocket: :fire:"),
        ("thumbs up emoji", ":+1:"),
    ],
)
def test_an_emoji_is_written_at_the_end(dictated, written):
    assert with_emoji(dictated, ENGLISH) == written


@pytest.mark.parametrize(
    "said",
    [
        "use the party popper emoji",
        "who broke the emoji",
        "i like heart emoji",
        "party popper emoji are banned",
        "he reacted with fire emoji",
        "the fire is out",
        "no such thing emoji",
    ],
)
def test_a_text_that_speaks_of_an_emoji_keeps_its_words(said):
    assert with_emoji(said, ENGLISH) == said


_WORDS = "comma period the a new line question mark colon hi ruth we are late fire emoji add"


@given(st.lists(st.sampled_from(tuple(_WORDS.split())), max_size=9).map(" ".join))
def test_nothing_but_marks_is_put_in_their_place(said):
    kept = punctuated(said, ENGLISH)
    for mark in "?!.,:;\n":
        kept = kept.replace(mark, " ")
    left, dictated = kept.split(), iter(said.split())
    assert all(word in dictated for word in left)


@pytest.mark.parametrize(
    ("dictated", "written"),
    [
        ("he said quote never on a sunday unquote", 'he said "never on a sunday"'),
        ("open quote we are full close quote was all", '"we are full" was all'),
        ("the quote is too high", "the quote is too high"),
        ("quote we never sleep", "quote we never sleep"),
        ("quote one unquote quote two unquote", "quote one unquote quote two unquote"),
        ("quote unquote fresh fish", "quote unquote fresh fish"),
    ],
)
def test_quotes_are_written_where_both_ends_are_said(dictated, written):
    assert quoted(dictated, ENGLISH) == written
