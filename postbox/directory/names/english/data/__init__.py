"""What is known of names in general: short forms, odd spellings, abbreviations."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@cache
def respellings() -> Mapping[str, str]:
    """Words whose spelling misleads, as an English reader would sound them out."""
    return _load("respellings")


@cache
def abbreviations() -> Mapping[tuple[str, ...], str]:
    """Spelled-out words, to the abbreviation that stands for them in channel names."""
    return {
        tuple(spelled.split()): short
        for short, expansions in _load("abbreviations").items()
        for spelled in expansions
    }


@cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """Given names, to those that the same person may be called by."""
    found: dict[str, set[str]] = {}
    for formal, short_forms in _load("nicknames").items():
        for short in short_forms:
            found.setdefault(formal, set()).add(short)
            found.setdefault(short, set()).add(formal)
    return {name: frozenset(others) for name, others in found.items()}


@cache
def alike_called() -> Mapping[str, frozenset[str]]:
    """Short forms, to those that go on or rhyme: whoever is Bob may be called Bobby, or Rob."""
    found: dict[str, set[str]] = {}
    for short_forms in _load("nicknames").values():
        for short in short_forms:
            others = {
                other for other in short_forms if other[:3] == short[:3] or other[1:] == short[1:]
            }
            found.setdefault(short, set()).update(others - {short})
    return {name: frozenset(others) for name, others in found.items()}


@cache
def titles() -> frozenset[str]:
    """What is written at a name and is no part of it: "Dr", "Jr"."""
    return frozenset(_load("name_parts")["titles"])


@cache
def spoken_titles() -> frozenset[str]:
    """What is said before a name: "doctor", "mister"."""
    return frozenset(_load("name_parts")["spoken_titles"])


@cache
def particles() -> frozenset[str]:
    """What a last name may begin with, and nobody's name ends with: "van", "de"."""
    return frozenset(_load("name_parts")["particles"])


def _load(name: str) -> dict[str, Any]:
    loaded = json.loads((_HERE / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded
