"""What asks for a moment is told from texts that begin so."""

import pytest

from skill.understanding.answers.pausing import pauses
from skill.understanding.language import language

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    "words",
    [
        "hang on",
        "um hold on a sec",
        "one second let me check",
        "wait i must turn the oven off",
        "hold on i need to get the door",
        "give me a minute i have to dry my hands",
        "just a moment i'm just parking",
    ],
)
def test_it_asks_for_a_moment(words):
    assert pauses(words, ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "um",
        "hold on tight everyone",
        "wait the tide is coming in",
        "hang on the shop is closed",
        "hold on i need to tell ana the oven is off",
        "i have to get the door",
        "wait for me at the gate",
        "one second prize is left",
    ],
)
def test_it_may_be_a_text(words):
    assert not pauses(words, ENGLISH)
