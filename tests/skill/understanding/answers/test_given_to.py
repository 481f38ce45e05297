"""Whom a message is for that is asked for with "send her ...", "a message to him"."""

import pytest

from skill.understanding.answers.given_to import told_to, without_instead
from skill.understanding.language import language

EN = language("en-US")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("her a message", "her"),
        ("her a message then", "her"),
        ("him one then", "him"),
        ("her something please", "her"),
        ("them a quick note instead", "them"),
        ("to her then", "her"),
        ("to him", "him"),
        ("a message to her", "her"),
        ("a quick note to him then please", "him"),
        ("her a line", "her"),
        ("her i'm late", "her i'm late"),
        ("her the bull's in", "her the bull's in"),
        ("him thanks", "him thanks"),
        ("him running late", "him running late"),
        ("to her i'm late", "her i'm late"),
        ("her a message saying i'm late", "her a message saying i'm late"),
    ],
)
def test_it_is_for_whom_the_pronoun_means(said, told):
    assert told_to(said, EN) == told


@pytest.mark.parametrize(
    "said",
    ["her goat's ready", "her van is here", "him and pavel are late", "the message to her is lost",
     "them all home at six", "i saw her", "lunch is here", "a message from her"]
)  # fmt: skip
def test_a_text_of_ones_own_stays_one(said):
    assert told_to(said, EN) == ""


@pytest.mark.parametrize(
    ("said", "whom"),
    [("her instead", "her"), ("pavel rather", "pavel"), ("her instead of me", "her instead of me")],
)
def test_instead_is_no_text(said, whom):
    assert without_instead(said, EN) == whom
