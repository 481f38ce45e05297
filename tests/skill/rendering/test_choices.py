"""What a listener does not want to hear is shortened or left out, and never silently."""

import pytest

from skill.rendering.choices import Saying
from tests.skill.rendering.told import rich, section, text, words

SAID, SHORTENED, LEFT_OUT = Saying.SAID, Saying.SHORTENED, Saying.LEFT_OUT
LINKS = "see <https://a.bc/d> or <https://a.bc|the plan> now"
CODE = "run `x` then ```python\na = 1\nb = 2``` now"
EMOJI = "yes :tada::fire: ok :+1:"


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (SAID, "see a link to a dot bc or the plan now"),
        (SHORTENED, "see a link or the plan now"),
        (LEFT_OUT, "see or the plan now"),
    ],
)
def test_links(choice, said):
    assert text(LINKS, links=choice) == said


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (SAID, "run x then a code block of two lines in Python: a = 1. b = 2. End of code. now"),
        (SHORTENED, "run x then a code block of two lines in Python now"),
        (LEFT_OUT, "run then now"),
    ],
)
def test_code(choice, said):
    assert text(CODE, code=choice) == said


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (SAID, "yes, party popper, fire, ok, thumbs up"),
        (SHORTENED, "yes, two emoji, ok, thumbs up"),
        (LEFT_OUT, "yes ok"),
    ],
)
def test_emoji(choice, said):
    assert text(EMOJI, emoji=choice) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<https://a.bc>", "a link"),
        ("```a\nb```", "a code block of two lines"),
        (":tada:", "party popper"),
    ],
)
def test_what_is_the_whole_message_is_told_nevertheless(written, said):
    assert text(written, links=LEFT_OUT, code=LEFT_OUT, emoji=LEFT_OUT) == said


def test_rich_text_heeds_them_too():
    block = {"type": "rich_text_preformatted", "elements": [words("a\nb")]}
    leaves = section(words("x", code=True), words(" y "), {"type": "emoji", "name": "tada"})
    everything = {"links": LEFT_OUT, "code": LEFT_OUT, "emoji": LEFT_OUT}
    assert rich(leaves, block, **everything) == "y"
    assert rich(block, code=SAID) == "a code block of two lines: a. b. End of code."
