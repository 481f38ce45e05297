"""The words that phrases and names are made of, one folder for each part."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "banks"
NAMES_OF = {"fifth_rehearsal": "third_rehearsal", "sixth_rehearsal": "fourth_rehearsal"}
"""Whose people and channels a part speaks of that has only sentences and texts of its own."""


@dataclass(frozen=True)
class Culture:
    """First and last names that go together, the most frequent first."""

    weight: float
    first: tuple[str, ...]
    last: tuple[str, ...]
    rare: tuple[str, ...]
    """First names that one person each bears."""


@dataclass(frozen=True)
class Pattern:
    """A habit of naming channels, and how many it makes at the most."""

    form: str
    most: int


@dataclass(frozen=True)
class Sentence:
    """A phrase written by hand; `to` names channels (#), people, or all who are called so (*)."""

    said: str
    to: tuple[str, ...]
    text: str
    text_too: tuple[str, ...] = ()
    ask: bool = False
    may_ask: bool = False
    may_post: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bank:
    """Everything that one part is made of."""

    part: str
    names_of: str
    """The part whose people and channels these are."""
    cultures: tuple[Culture, ...]
    cast: tuple[tuple[str, str, str], ...]
    """Fixed people: real name, display name, handle."""
    bots: tuple[str, ...]
    rare_last: tuple[str, ...]
    """Last names that one person each bears."""
    nicknames: Mapping[str, tuple[str, ...]]
    same_first: tuple[tuple[str, ...], ...]
    same_last: tuple[tuple[str, ...], ...]
    same_across: tuple[tuple[str, ...], ...]
    """Names that sound as one of the other part does."""
    heard_near: Mapping[str, tuple[str, ...]]
    heard_far: Mapping[str, tuple[str, ...]]
    unknown_first: tuple[str, ...]
    unknown_last: tuple[str, ...]
    fixed_channels: tuple[str, ...]
    twin_channels: tuple[str, ...]
    lists: Mapping[str, tuple[str, ...]]
    patterns: tuple[Pattern, ...]
    letters: frozenset[str]
    split: Mapping[str, tuple[str, ...]]
    long: Mapping[str, tuple[str, ...]]
    heard_channels: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, tuple[str, ...]]
    frames: Mapping[str, tuple[str, ...]]
    sentences: tuple[Sentence, ...]


@cache
def bank(part: str) -> Bank:
    """Read a part's bank."""
    names_of = NAMES_OF.get(part, part)
    people, channels = _read(names_of, "people"), _read(names_of, "channels")
    by_hand = _read(part, "sentences")["sentence"] if names_of == part else ()
    spoken = channels["spoken"]
    return Bank(
        part=part,
        names_of=names_of,
        cultures=tuple(_culture(lists) for lists in people["culture"]),
        cast=tuple(_cast(line) for line in _lines(people["cast"]["people"])),
        bots=_lines(people["bots"]),
        rare_last=_words(people["rare_last"]),
        nicknames=_mapping(people["nicknames"]),
        same_first=_groups(people["same_sound"]["first"]),
        same_last=_groups(people["same_sound"]["last"]),
        same_across=_groups(people["same_sound"]["across"]),
        heard_near=_mapping(people["heard"]["near"]),
        heard_far=_mapping(people["heard"]["far"]),
        unknown_first=_words(people["unknown"]["first"]),
        unknown_last=_words(people["unknown"]["last"]),
        fixed_channels=_words(channels["fixed"]),
        twin_channels=_words(channels["twins"]),
        lists={name: _words(text) for name, text in channels["lists"].items()},
        patterns=tuple(Pattern(**lists) for lists in channels["pattern"]),
        letters=frozenset(_words(spoken["letters"])),
        split=_mapping(spoken["split"]),
        long=_mapping(spoken["long"]),
        heard_channels=_mapping(spoken["heard"]),
        texts={name: _lines(text) for name, text in _read(part, "texts").items()},
        frames={name: _lines(text) for name, text in _read(part, "frames").items()},
        sentences=tuple(map(_sentence, by_hand)),
    )


def _read(part: str, name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / part / f"{name}.toml").read_text("utf-8"))


def _culture(table: Mapping[str, Any]) -> Culture:
    roots, endings = _words(table.get("roots", "")), _words(table.get("endings", ""))
    made = [root + ending for root in roots for ending in endings]
    last = dict.fromkeys([*_names(table["last"]), *made])
    return Culture(table["weight"], _names(table["first"]), tuple(last), _names(table["rare"]))


def _cast(line: str) -> tuple[str, str, str]:
    real, display, handle = (cell.strip() for cell in line.split("|"))
    return real, display, handle


def _sentence(table: Mapping[str, Any]) -> Sentence:
    lists = {"to", "text_too", "may_post"}
    fields: dict[str, Any] = {key: tuple(it) if key in lists else it for key, it in table.items()}
    return Sentence(**fields)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _names(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _groups(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(group.split()) for group in text.replace("\n", ",").split(",") if group.strip()
    )


def _mapping(text: str) -> dict[str, tuple[str, ...]]:
    pairs = (line.split("=") for line in _lines(text))
    return {name.strip(): tuple(form.strip() for form in forms.split(",")) for name, forms in pairs}
