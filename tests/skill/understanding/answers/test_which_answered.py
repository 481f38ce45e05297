"""Which of the messages that were read an answer is for, and what is its text."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.answers.which_answered import (
    answer_text,
    names_a_message,
    which_answered,
    without_pointing,
)

US = "en-US"


@pytest.mark.parametrize(
    ("said", "text", "at", "in_thread", "is_sure"),
    [
        ("the first one the key is here", "the key is here", 0, None, True),
        ("to the second message saying the key is here", "the key is here", 1, None, True),
        ("the last one that we open at nine", "we open at nine", 1, None, True),
        ("the second yes please", "yes please", 1, None, False),
        ("that one with not before noon", "not before noon", 1, None, True),
        ("this one saying not before noon", "not before noon", 1, None, True),
        ("the fifth one yes please", "the fifth one yes please", None, None, False),
        ("in that thread that we open at nine", "we open at nine", None, True, True),
        ("in the thread we open at nine", "we open at nine", None, True, False),
        ("underneath saying it's blue", "it's blue", None, True, True),
        ("in the channel that it's blue", "it's blue", None, False, True),
        ("her question saying it's blue", "it's blue", None, None, True),
        ("to the message that it's blue", "it's blue", None, None, True),
    ],
)
def test_which_message_is_answered_is_no_text(said, text, at, in_thread, is_sure):
    found = which_answered(said, 2, US)
    assert (found.text, found.at, found.in_thread, found.is_sure) == (text, at, in_thread, is_sure)


@pytest.mark.parametrize(
    "said", ["the key is here", "in the morning", "thread the needle", "in the thread", "we do"]
)
def test_other_words_point_to_no_message(said):
    assert which_answered(said, 2, US) is None


def test_the_last_bus_is_no_message_where_one_was_read():
    assert which_answered("the last bus left", 1, US) is None


@pytest.mark.parametrize(
    ("said", "does"),
    [
        ("the second one i'm coming", True),
        ("the last message i'm coming", True),
        ("his question that i'm coming", True),
        ("the message i'm coming", False),
        ("the second floor that lunch is here", False),
        ("kevin the second one is broken", False),
    ],
)
def test_only_what_stands_for_a_message_is_one_by_its_place(said, does):
    assert names_a_message(said, US) is does


_WORDS = ("to", "the", "last", "second", "one", "in", "thread", "that", "it", "is", "saying")


@given(st.lists(st.sampled_from(_WORDS)))
def test_the_text_is_the_end_of_what_was_said(words):
    said = " ".join(words)
    found = which_answered(said, 2, US)
    assert found is None or (found.text and said.endswith(found.text))


@pytest.mark.parametrize(
    ("said", "text", "is_doubtful"),
    [
        ("tell him dock two", "dock two", False),
        ("say dock two", "dock two", False),
        ("that i'm outside", "i'm outside", False),
        ("tell them that it's late", "it's late", False),
        ("say hi to your mum", "hi to your mum", True),
        ("that works", "that works", False),
        ("tell", "tell", False),
        ("say", "say", False),
        ("i told her so", "i told her so", False),
    ],
)
def test_what_leads_to_an_answer_is_none_of_it(said, text, is_doubtful):
    assert answer_text(said, US) == (text, is_doubtful)


@pytest.mark.parametrize(
    ("said", "text"),
    [("yes to that", "yes"), ("no to her", "no"), ("see you there", "see you there"), ("", "")],
)
def test_what_is_answered_to_is_none_of_it(said, text):
    assert without_pointing(said, US) == text
