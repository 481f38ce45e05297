"""Words that point at a message before they name a recipient."""

import pytest

from skill.understanding.answers.edges import without_reference
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
