"""Words that point at a message before they name a recipient."""

import pytest

from skill.understanding.answers.edges import (
    asks_for_own_message,
    is_idle,
    is_no_text,
    said_too,
    takes_leave,
    without_asking,
    without_reference,
)
from skill.understanding.language import language
from skill.understanding.phrase import Phrase


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


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("splendid thanks that's everything", True),
        ("that'll do nicely bye now", True),
        ("no that's the lot thank you kindly", True),
        ("right all done cheerio", True),
        # What may be said to somebody, or goes on.
        ("very good thank you", False),
        ("that's all the flour we have", False),
        ("see you later at the hall", False),
        ("bye the van is here", False),
    ],
)
def test_who_takes_leave_says_nothing_else(said, leaves):
    assert takes_leave(Phrase(said).spoken, language("en-US")) is leaves


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("hall five please", "hall five"),
        ("hall five would you if you'd be so kind", "hall five"),
        ("please come", "please come"),
        ("please", "please"),
    ],
)
def test_what_asks_for_words_is_none_of_them(said, left):
    assert without_asking(said, language("en-US")) == left


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("sorry as well", "sorry"),
        ("thanks for the help too please", "thanks for the help"),
        ("hello", ""),
        # "Too" may be a sentence's own.
        ("we are leaving too", ""),
        ("the van is late as well", ""),
        ("", ""),
    ],
)
def test_what_is_to_be_said_too_comes_on_top(words, said):
    assert said_too(words, language("en-US")) == said
