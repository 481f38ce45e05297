"""What people say, as listed in tests/utterances, and what it must come to."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from local.echo.understanding import Understanding
from local.interaction_model import InteractionModel

ROOT = Path(__file__).parents[3]
LISTS = sorted((ROOT / "tests" / "utterances").glob("*/*.yaml"))
MODELS = sorted((ROOT / "interaction_models").glob("*.json"))
LEAST = 15
"""Utterances for each intent of our own."""
FILLINGS = {
    "message": ("lunch is here", "lunch is here"),
    "recipient": ("Kevin Park", "Kevin Park"),
    "channel": ("dev ops", "dev ops"),
    "position": ("second", "2"),
    "number": ("two", "2"),
    "teaching": ("the boss I mean Ana", "the boss I mean Ana"),
    "name": ("the boss", "the boss"),
    "emoji": ("party popper", "party popper"),
    "which": ("to Kevin at five", "to Kevin at five"),
}
"""What is said in the place of a slot, and what comes of it."""


def listed(path: Path) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return lines


@cache
def understanding(locale: str) -> Understanding:
    return Understanding(model(locale))


@cache
def model(locale: str) -> InteractionModel:
    return InteractionModel.load(ROOT / "interaction_models" / f"{locale}.json")


CASES = [
    pytest.param(path.parent.name, path.stem, line, id=f"{path.stem}: {line['utterance']}")
    for path in LISTS
    for line in listed(path)
]


@pytest.mark.parametrize(("locale", "intent", "line"), CASES)
def test_what_people_say_is_understood(locale: str, intent: str, line: dict[str, Any]) -> None:
    said = line["utterance"]
    meaning = understanding(locale).opening(said) or understanding(locale).following(said)
    assert (meaning.intent, meaning.slots) == (intent, line.get("slots", {}))


@pytest.mark.parametrize("path", MODELS, ids=lambda p: p.stem)
def test_every_intent_has_its_list_of_what_people_say(path: Path) -> None:
    lists = {each.stem: len(listed(each)) for each in LISTS if each.parent.name == path.stem}
    assert lists.keys() == model(path.stem).intents.keys()
    ours = {name: count for name, count in lists.items() if not name.startswith("AMAZON.")}
    assert {name: count for name, count in ours.items() if count < LEAST} == {}


@pytest.mark.parametrize("path", MODELS, ids=lambda p: p.stem)
def test_every_sample_of_a_model_leads_to_its_intent(path: Path) -> None:
    understands = understanding(path.stem)
    for intent in model(path.stem).intents.values():
        for sample in intent.samples:
            slots = {name: FILLINGS[name] for name in re.findall(r"\{(\w+)\}", sample)}
            said = re.sub(r"\{(\w+)\}", lambda slot: FILLINGS[slot[1]][0], sample)
            meaning = understands.following(said)
            wanted = {name: value for name, (_, value) in slots.items()}
            assert (said, meaning.intent, meaning.slots) == (said, intent.name, wanted)


@pytest.mark.parametrize("said", ["it", "that", "it now", "it please", "it again"])
@pytest.mark.parametrize("verb", ["send", "post", "please send", "can you post", "I want to send"])
def test_it_is_never_the_message(verb: str, said: str) -> None:
    assert understanding("en-US").following(f"{verb} {said}").slots == {}


@pytest.mark.parametrize("said", ["it", "that", "about it", "it please"])
@pytest.mark.parametrize("verb", ["forget", "please forget", "can you forget", "to forget"])
def test_it_is_never_a_name_to_forget(verb: str, said: str) -> None:
    meaning = understanding("en-US").following(f"{verb} {said}")
    assert (meaning.intent, meaning.slots) == ("AMAZON.CancelIntent", {})
