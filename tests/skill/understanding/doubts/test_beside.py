"""Words for others there and for the device are told from texts, though nobody listed them."""

from dataclasses import replace
from pathlib import Path

import pytest

from local.second_look.beside import said_beside
from local.second_look.examples import plain_texts
from skill.understanding.doubts.second_look.beside import BesideTheText
from skill.understanding.language import LOCALES
from skill.understanding.sentences.shapes import Shapes
from tests.skill.understanding.workspace import ENGLISH

LOOK = BesideTheText(ENGLISH, Shapes(ENGLISH))

BESIDE = """
    put your gloves on
    let me put my tea down
    it's asking me what i want
    what does it want me to say
    is it waiting for me to talk
    go and put your shoes on
    give us a minute love
"""
TEXTS = """
    the ferry leaves at nine
    can you bring the drill tomorrow
    i'm on the train the meeting starts without me
    the invoice is paid and the order is closed
    we need three more chairs in the hall
    who ordered the green paint
"""


def lines(table: str) -> list[str]:
    """Return the lines of a table."""
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("said", lines(BESIDE))
def test_what_is_said_beside_a_text_is_seen(said: str) -> None:
    assert said not in said_beside()
    assert LOOK.may_be(said)


@pytest.mark.parametrize("said", lines(TEXTS))
def test_a_text_passes(said: str) -> None:
    assert said not in plain_texts()
    assert not LOOK.may_be(said)


def test_a_language_without_weights_sees_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert LOCALES.exists()
    monkeypatch.setattr("skill.understanding.doubts.second_look.beside.LOCALES", tmp_path)
    other = BesideTheText(replace(ENGLISH, name="xx"), Shapes(ENGLISH))
    assert not other.may_be("put your gloves on")
