"""A message that is taken back, and itself or another one told to somebody else."""

import pytest

from skill.understanding.answers.sent.of_sent import AboutSent, of_sent
from skill.understanding.language import language
from tests.skill.understanding.answers.test_of_sent import Names

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("take back what i told ben and tell it to olu", "ben"),
        ("unsend my note to ben and send it to olu", "ben"),
        ("pull back what i said to ben and give it to olu instead", "ben"),
        ("delete ben's and tell olu", "ben"),
        ("withdraw that and let olu know instead", ""),
        ("get rid of it and text olu instead please", ""),
        ("scrap that tell olu instead", ""),
    ],
)
def test_it_is_told_to_somebody_else(words, of):
    read = of_sent(words, ENGLISH, Names(), "the boat is in")
    assert (read.said, read.names, read.of) == (AboutSent.MOVES, ("olu",), of)
    assert not (of and read.is_sure)


@pytest.mark.parametrize(
    ("words", "told", "of"),
    [
        ("withdraw that and tell olu the boat is late", "olu the boat is late", ""),
        ("take back what i told ben and tell olu we sail", "olu we sail", "ben"),
        ("delete it then ask olu if the boat is late", "olu if the boat is late", ""),
        ("take that back and thank olu for the tea", "olu for the tea", ""),
        ("undo that and post the boat is late in sales", "the boat is late in sales", ""),
        ("unsend ben's and message olu saying we sail", "olu saying we sail", "ben"),
    ],
)
def test_another_message_is_told_in_its_place(words, told, of):
    read = of_sent(words, ENGLISH, Names(), "the boat is in")
    assert (read.said, read.of, read.is_sure) == (AboutSent.REPLACES, of, False)
    assert read.message.words == told


@pytest.mark.parametrize(
    "words",
    [
        "withdraw my message to olu",
        "take back my message to olu",
        "unsend the message to olu",
        "pull the message to olu",
        "recall what i said to olu",
        "get that message to olu back",
    ],
)
def test_whose_it_was_is_nobody_else(words):
    read = of_sent(words, ENGLISH, Names(), "the boat is in")
    assert read.said not in {AboutSent.MOVES, AboutSent.REPLACES}


@pytest.mark.parametrize(
    "words",
    [
        "tell olu the boat is late",
        "and tell olu the boat is late",
        "delete that and say the boat is late",
        "take it back and tell him the boat is late",
        "take the boat back and tell olu we sail",
    ],
)
def test_without_both_nothing_is_replaced(words):
    read = of_sent(words, ENGLISH, Names(), "the boat is in")
    assert read.said is not AboutSent.REPLACES
