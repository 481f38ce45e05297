"""What is known of names in general, as it is kept: short forms, titles, respellings."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from postbox.directory.names.english import data, sounds

FILES = sorted(Path(data.__file__).parent.glob("*.json"))
KEYS = {
    "abbreviations": "[a-z0-9]+",
    "name_parts": "[a-z_]+",
    "nicknames": "[a-z]+",
    "respellings": "[a-z]+",
}
VALUES = {"abbreviations": "[a-z]+(?: [a-z]+)*", "name_parts": "[a-z]+", "nicknames": "[a-z]+"}


def kept(name: str) -> list[tuple[str, Any]]:
    """Return the pairs of a file as they stand there, also a key that stands there twice."""
    path = Path(data.__file__).parent / f"{name}.json"
    pairs: list[tuple[str, Any]] = json.loads(
        path.read_text(encoding="utf-8"), object_pairs_hook=list
    )
    return pairs


def test_every_file_is_looked_at():
    assert {path.stem for path in FILES} == set(KEYS)


@pytest.mark.parametrize("name", KEYS)
def test_keys_are_sorted_and_there_once(name):
    keys = [key for key, _ in kept(name)]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", KEYS)
def test_keys_are_single_words_in_lower_case(name):
    assert [key for key, _ in kept(name) if not re.fullmatch(KEYS[name], key)] == []


@pytest.mark.parametrize("name", VALUES)
def test_values_are_sorted_lists_in_lower_case(name):
    for key, listed in kept(name):
        assert isinstance(listed, list), key
        assert listed, key
        assert listed == sorted(set(listed)), key
        assert all(re.fullmatch(VALUES[name], word) for word in listed), key


@pytest.mark.parametrize("name", VALUES)
def test_nothing_stands_for_itself(name):
    assert [key for key, listed in kept(name) if key in listed] == []


def test_a_respelling_is_one_word_in_lower_case():
    wrong = [key for key, value in kept("respellings") if not re.fullmatch("[a-z]+", value)]
    assert wrong == []


def test_a_respelling_is_there_only_where_the_spelling_misleads(monkeypatch):
    monkeypatch.setattr(sounds, "respellings", dict)
    by_rules = sounds.sound.__wrapped__
    idle = [key for key, value in kept("respellings") if by_rules(key) == by_rules(value)]
    assert idle == []


def test_an_expansion_belongs_to_one_abbreviation_only():
    uses = Counter(short for _, listed in kept("abbreviations") for short in listed)
    assert [short for short, times in uses.items() if times > 1] == []
