"""Dictated words are posted as they were said."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from skill.speech.languages import UnknownLocale
from skill.understanding.wording.dictation import EmptyMessage, MessageTooLong, written


@pytest.mark.parametrize(
    ("dictated", "posted"),
    [
        ("i'm giving the demo now", "I'm giving the demo now"),
        ("i think i'll be late", "I think I'll be late"),
        ("tell them i", "tell them I"),
        ("see section i.e. the first", "see section i.e. the first"),
        ("the i-beam is in", "the i-beam is in"),
        ("  running late  ", "running late"),
        ("wi-fi is down", "wi-fi is down"),
        ("a < b & c > d", "a < b & c > d"),
        ("ship it 🎉", "ship it 🎉"),
        ("בוא הנה", "בוא הנה"),
        ("bell\x07 and\x00 null", "bell and null"),
        ("half \ud800 a pair", "half  a pair"),
    ],
)
def test_words_stay_and_only_the_english_i_is_put_right(dictated, posted):
    assert written(dictated, "en-US") == posted


def test_words_of_a_language_that_is_not_spoken_are_not_spelled_as_english():
    with pytest.raises(UnknownLocale):
        written("cani i gatti", "it-IT")


@pytest.mark.parametrize("nothing", [None, "", "   ", "\n\t", "\x00\x07"])
def test_nothing_dictated_is_no_message(nothing):
    with pytest.raises(EmptyMessage):
        written(nothing, "en-US")


def test_four_thousand_characters_are_a_message_and_one_more_is_too_long():
    assert len(written("a" * 4000, "en-US")) == 4000
    with pytest.raises(MessageTooLong):
        written("a" * 4001, "en-US")


@given(st.text(max_size=300))
def test_no_word_is_changed_but_a_lone_i(text):
    try:
        posted = written(text, "en-US")
    except EmptyMessage:
        return
    printable = "".join(
        c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"}
    )
    assert posted.replace("I", "i") == printable.strip().replace("I", "i")
    assert written(posted, "en-US") == posted


@given(st.lists(st.from_regex(r"[a-hj-z]{1,12}", fullmatch=True), min_size=1, max_size=30))
def test_words_without_an_i_are_posted_to_the_letter(words):
    assert written(" ".join(words), "en-US") == " ".join(words)
