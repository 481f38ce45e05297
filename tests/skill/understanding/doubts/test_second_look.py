"""Many weak hints together tell a text that is not said as messages are; plain ones pass."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.carrier import Carrier
from skill.understanding.doubts.second_look.look import SecondLook, score
from skill.understanding.doubts.sign import SignKind
from skill.understanding.language import LOCALES
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver

DIRECTORY = Directory.of((Person("U1", "Nora Voss"),), (Conversation("C1", "general", "channel"),))
LOOK = SecondLook(ENGLISH, Shapes(ENGLISH))

BROKEN = """
    the awning should be what did she call it taupe
    the bus is full or was it the train whatever the train
    the lid fits no it doesn't the other lid fits
    the jars are on the shelf forget the jars she has them
    the twins separately please that the play is off
    the loaf is burnt forget it i've cut that off
"""
TO_THE_DEVICE = """
    you misheard that
"""
PLAIN = """
    the goats are out again and the gate is open
    we have no yeast and the shop is shut
    nobody has paid for the tent
    sorry i was late the bridge was up
    who has the long rope
    bring the small saw not the big one
    please tell the driver to wait for us
    i asked for thirty and they sent twenty
"""


def lines(table: str) -> list[str]:
    """Return the texts of a table."""
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("text", lines(BROKEN))
def test_a_text_with_a_break_is_seen_whoever_it_is_for(text: str) -> None:
    for is_for_nobody in (True, False):
        assert [sign.kind for sign in LOOK.at(text, is_for_nobody=is_for_nobody)] == [
            SignKind.UNUSUAL
        ]


@pytest.mark.parametrize("text", lines(TO_THE_DEVICE))
def test_words_to_the_device_are_seen_where_nobody_is_named(text: str) -> None:
    assert [*LOOK.at(text, is_for_nobody=True)]


@pytest.mark.parametrize("text", lines(PLAIN))
def test_a_plain_text_passes(text: str) -> None:
    assert not [*LOOK.at(text, is_for_nobody=True)]
    assert not [*LOOK.at(text, is_for_nobody=False)]


def test_what_is_seen_only_turns_a_send_into_a_read_back() -> None:
    understanding = Understanding(resolver(DIRECTORY), ENGLISH)
    broken = understanding.judge(
        "nora voss the lid fits no it doesn't the other lid fits", Carrier.RECIPIENT
    )
    assert broken.action is Action.READ_BACK
    assert broken.messages[0].recipients[0].id == "U1"


def test_a_language_without_weights_sees_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skill.understanding.doubts.second_look.look.LOCALES", tmp_path)
    other = SecondLook(replace(ENGLISH, name="xx"), Shapes(ENGLISH))
    assert (LOCALES / "en" / "second_look.json").exists()
    assert not [*other.at("the lid fits no it doesn't the other lid fits", is_for_nobody=True)]


def test_the_order_in_which_hints_are_seen_changes_nothing():
    weights = {"a": 0.7, "b": 0.1, "c": 0.3, "d": -0.9, "e": 1.8}
    assert len({sum(weights[hint] for hint in order) for order in permutations(weights)}) > 1
    assert len({score(weights, order) for order in permutations(weights)}) == 1
