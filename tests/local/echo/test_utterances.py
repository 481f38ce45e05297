"""What people say, as listed in tests/utterances, and what it must come to."""

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
            said = sample.replace("{message}", "lunch is here")
            meaning = understands.following(said)
            assert (said, meaning.intent) == (said, intent.name)
            if "{message}" in sample:
                assert (said, meaning.slots) == (said, {"message": "lunch is here"})
