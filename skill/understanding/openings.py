"""Words that an intent took off a message, put back: how it begins, what stands between its slots.

Alexa wants words of its own before what she is to take as it comes. Each common beginning of a
message that is said without a verb for sending ("I'm on stage in two minutes") is a carrier, with
an intent of its own; so are the ways to correct one.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from skill.speech.languages import language_of

LOCALES = Path(__file__).parent / "locales"


class Opening(NamedTuple):
    """How messages begin that are said without a verb for sending."""

    words: str
    """What its intent takes off a message."""
    goes_on: tuple[str, ...] = ()
    """The words of which one follows, where not any may: "am" behind "i"."""

    def begins(self, words: str) -> bool:
        """Whether what follows it is as it goes on."""
        spoken = f"{words.casefold()} ".replace("\u2019", "'")
        return not self.goes_on or spoken.startswith(tuple(f"{word} " for word in self.goes_on))

    @property
    def all(self) -> tuple[str, ...]:
        """All that such a message may begin with."""
        return tuple(f"{self.words} {word}" for word in self.goes_on) or (self.words,)


@cache
def openings() -> Mapping[str, Opening]:
    """Return each opening by its intent's name, of all languages."""
    files = sorted(LOCALES.glob("*/openings.json"))
    found: dict[str, list[str]] = {}
    for file in files:
        found |= json.loads(file.read_text(encoding="utf-8"))
    return {intent: Opening(words, tuple(goes_on)) for intent, (words, *goes_on) in found.items()}


def correction(slots: Mapping[str, str], locale: str) -> str:
    """Return "crates not boxes", "seven i mean", "olu too" as it was said; "" for none of them."""
    for slot, said in _corrections(language_of(locale)).items():
        if slot in slots:
            return said.format_map({"wrong": "", **slots}).strip()
    return ""


@cache
def _corrections(language: str) -> Mapping[str, str]:
    """Return what is said around the slots of a correction, by the slot that tells which it is."""
    file = LOCALES / language / "corrections.json"
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return found


def as_heard(opening: str, words: str, locale: str) -> str:
    """Return an opening, or what only sounds like it where the words do not go on as behind it.

    "We'll" and "well" are one sound: "well the van is here", "we'll see".
    """
    alike = _homophones(language_of(locale)).get(opening)
    if alike is None:
        return opening
    spoken = words.casefold().replace("\u2019", "'").split()
    at = next((at for at, word in enumerate(spoken) if word not in alike["between"]), len(spoken))
    follows = {" ".join(spoken[at : at + size]) for size in (1, 2)}
    fits = follows & set(alike["before"]) or set(spoken[at + 1 : at + 2]) & set(alike["before_it"])
    return str(alike["instead"]) if fits else opening


@cache
def _homophones(language: str) -> Mapping[str, Mapping[str, str | list[str]]]:
    """Return what sounds like an opening, and before which words it is that."""
    file = LOCALES / language / "homophones.json"
    found: dict[str, dict[str, str | list[str]]] = json.loads(file.read_text(encoding="utf-8"))
    return found
