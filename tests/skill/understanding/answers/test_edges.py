"""Words that point at a message before they name a recipient."""

import pytest

from skill.understanding.answers.edges import asks_for_own_message, without_reference
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
