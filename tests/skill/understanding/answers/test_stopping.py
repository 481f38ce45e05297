"""What only tells the device to stop, and what has such words and is a message."""

import pytest

from skill.understanding.answers.stopping import stops
from skill.understanding.language import language
from skill.understanding.phrase import Phrase

ENGLISH = language("en-US")
ORDERS = (
    "oh stop it",
    "close it",
    "shut it down",
    "be quiet",
    "oh do shut up",
    "ugh stop talking",
    "oh give it a rest",
    "turn it off",
    "please be quiet now",
    "would you stop",
    "right that's enough",
    "okay close slack",
    "ah cut it out",
    "oh for heaven's sake stop",
    "no no stop it stop it",
    "oh pipe down",
    "okay log off",
    "stop talking to me please alexa",
    "can you stop that now",
    "no stop",
    "shut up will you",
    "switch yourself off",
    "end the session",
    "leave me alone would you",
    "stop asking me",
    "hush now love",
    "that's enough for now",
    "wait wait cancel",
)
MESSAGES = (
    "stop the press",
    "close the door",
    "close it before you leave",
    "be quiet the baby is asleep",
    "the shop is closed",
    "turn it off at the wall",
    "i said stop it hurts",
    "stop by at noon",
    "enough of us are coming",
    "quiet day here",
    "stop it's raining",
    "end of shift",
    "kill the lights",
    "exit three is closed",
    "log off early today everyone",
    "turn off the heating",
    "hang up your coats",
    "that's enough salt",
    "stop at the lights",
    "please",
    "i want to go to sleep",
    "we need to log off",
    "no",
    "oh",
    "wait",
)


@pytest.mark.parametrize("said", ORDERS)
def test_an_order_to_stop_is_one_whatever_is_said_around_it(said):
    assert stops(Phrase(said).spoken, ENGLISH)


@pytest.mark.parametrize("said", MESSAGES)
def test_what_says_more_is_no_order_to_stop(said):
    assert not stops(Phrase(said).spoken, ENGLISH)


@pytest.mark.parametrize(
    ("said", "is_for_the_device"),
    [
        ("stop it", False),
        ("no no stop", False),
        ("oh cut out", False),
        ("oh shut it down", False),
        ("kill that", False),
        ("close it", True),
        ("stop talking", True),
        ("turn yourself off", True),
    ],
)
def test_what_may_be_said_of_a_message_is_told_apart(said, is_for_the_device):
    spoken = Phrase(said).spoken
    assert stops(spoken, ENGLISH, may_be_message=False) == is_for_the_device
