"""Looking for a text that begins again takes work in proportion to its length."""

import sys
from types import FrameType
from typing import Any

import pytest

from skill.understanding.doubts.anew import begun_again
from skill.understanding.doubts.anew.begun_again import BegunAgain
from skill.understanding.language import language
from skill.understanding.sentences.shapes import Shapes

KNOWN = language("en-US")
SHORT, LONG, MOST_GROWTH = 60, 240, 6.0


def lines_run(words: int, fragment: str) -> int:
    """Return how many lines of the module ran over a text of so many words."""
    looked = BegunAgain(KNOWN, Shapes(KNOWN))
    spoken = tuple(f"{fragment} ".split() * words)[:words]
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace if frame.f_code.co_filename == begun_again.__file__ else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        list(looked.in_any_text(spoken))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "fragment",
    [
        "to kevin and",
        "the boat leaves and the boat leaves",
        "is the mast bent",
        "nine planks for ten roofs",
        "wait",
    ],
)
def test_four_times_the_text_is_about_four_times_the_work(fragment: str):
    assert lines_run(LONG, fragment) < MOST_GROWTH * lines_run(SHORT, fragment)
