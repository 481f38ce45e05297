"""Words that point at a message before they name a recipient."""

import pytest

from skill.understanding.answers.edges import (
    asks_for_own_message,
    is_idle,
    is_no_text,
    without_reference,
)
from skill.understanding.language import language


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("that to Ana", "Ana"),
        ("the last message on to Ana Lima", "Ana Lima"),
        ("it to the dev ops channel", "the dev ops channel"),
        ("Ana", "Ana"),
        ("that", ""),
        ("", ""),
    ],
)
def test_what_is_left_names_somebody(words, name):
    assert without_reference(words, language("en-US")) == name


@pytest.mark.parametrize(
    ("words", "idle", "no_text"),
    [
        ("please", True, True),
        ("then please love", True, True),
        ("um now then", True, True),
        ("cheers bye", True, True),
        ("a note for me please", False, True),
        ("a message then", False, True),
        # What may be the whole of a message.
        ("thank you", False, False),
        ("thanks love", False, False),
        ("sorry", False, False),
        ("love", False, False),
        ("please come", False, False),
        ("bye for now ruth", False, False),
        ("", False, False),
    ],
)
def test_courtesies_say_nothing_but_thanks_may_be_the_text(words, idle, no_text):
    spoken, english = tuple(words.split()), language("en-US")
    assert is_idle(spoken, english) is idle
    assert is_no_text(spoken, english) is no_text


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("and what was it exactly", True),
        ("okay what was the message again", True),
        ("read me my message first", True),
        ("let me hear the text before you send it", True),
        ("what was it about the boat", False),
        ("read me the messages", False),
        ("the message first", False),
        ("", False),
    ],
)
def test_only_who_asks_for_nothing_else_asks_for_the_own_message(words, asks):
    assert asks_for_own_message(words, language("en-US")) is asks


def test_an_intent_may_have_taken_the_verb():
    assert asks_for_own_message("the message first", language("en-US"), has_verb=False)
    assert not asks_for_own_message("ana first", language("en-US"), has_verb=False)
