"""A message of four times the length is four times the work, whatever it is made of."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from skill.reading.planning.digest.summary import said
from skill.rendering.message import render
from tests.linear.fragments import FRAGMENTS
from tests.linear.lines_run import lines_run
from tests.skill.rendering.told import BERLIN

SHORT, LONG = 25, 100
MOST_GROWTH = 6.0
FEW = 400
"""So few lines of code are run for any message."""

SHAPES: dict[str, Callable[[str], dict[str, Any]]] = {
    "text": lambda text: {"text": text},
    "markdown": lambda text: {"blocks": [{"type": "markdown", "text": text}]},
    "rich text": lambda text: {
        "blocks": [
            {
                "type": "rich_text",
                "elements": [
                    {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
                ],
            }
        ]
    },
    "attachment": lambda text: {"attachments": [{"title": text, "fields": [{"value": text}]}]},
    "author": lambda text: {"text": "hi", "username": text},
    "link": lambda text: {"text": f"<https://example.org/{text}|{text}>"},
}


def growth(work: Callable[[str], object], fragment: str) -> float:
    # Tables that are read on first use are no work of this text's; another one brings them in.
    work(fragment * (LONG + 1))
    few, many = (lines_run(partial(work, fragment * n)) for n in (SHORT, LONG))
    return many / max(few, FEW)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_longer_message_is_so_much_more_work_and_no_more(shape: str):
    made = SHAPES[shape]
    for fragment in FRAGMENTS:
        assert growth(lambda text: render(made(text), BERLIN), fragment) < MOST_GROWTH, fragment


def test_a_models_answer_is_looked_at_as_far_as_it_is_spoken():
    for fragment in FRAGMENTS:
        longer = [lines_run(partial(said, fragment * n, BERLIN)) for n in (4000, 16_000)]
        assert longer[1] <= longer[0] * 1.2 + FEW, fragment
