"""What answers a message that was read, in words that no verb of answering begins."""

import pytest

from skill.understanding.answers.replied import Replied, replied
from skill.understanding.language import language

ENGLISH = language("en-US")


def _read(words):
    return replied(words, ENGLISH, lambda name: name in {"ruth", "olu lee"})


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("say to him it's on the shelf", "it's on the shelf"),
        ("tell her back it's on the shelf", "it's on the shelf"),
        ("reply and say it's on the shelf", "it's on the shelf"),
        ("tell her with it's on the shelf", "it's on the shelf"),
        ("give him this answer it's on the shelf", "it's on the shelf"),
        ("my answer is it's on the shelf", "it's on the shelf"),
        ("let me reply it's on the shelf", "it's on the shelf"),
        ("it's on the shelf tell him", "it's on the shelf"),
        ("it's on the shelf let them know", "it's on the shelf"),
        ("that's a no from me", "no"),
        ("that's a no from me tell her", "no"),
        ("say many thanks to him from me", "many thanks"),
        ("say it's on the shelf in the thread", "in the thread it's on the shelf"),
    ],
)
def test_the_answer_is_what_is_left(words, text):
    assert _read(words) == Replied(text)


@pytest.mark.parametrize(
    "words", ["let me answer that", "reply to her", "can i respond", "write back to him"]
)
def test_the_answer_may_be_to_come(words):
    assert _read(words) == Replied("")


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("it's on the shelf tell ruth", "ruth"),
        ("reply the one from olu lee with it's on the shelf", "olu lee"),
    ],
)
def test_somebody_may_be_named(words, whom):
    assert _read(words) == Replied("it's on the shelf", whom)


@pytest.mark.parametrize(
    "words",
    [
        "tell her it's on the shelf",
        "tell ruth it's on the shelf",
        "it's on the shelf",
        "let me know",
        "i need to tell her something",
        "say it's on the shelf",
        "the answer was on the shelf",
        "did you tell him",
        "please don't tell her",
        "i still have to tell them",
        "tell her with love",
    ],
)
def test_other_words_are_as_they_are(words):
    assert _read(words) is None
