"""What is known of English words and names for turning texts. Pure data."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from skill.understanding.complements import Complements

_SIBILANT = ("ches", "shes", "sses", "xes", "zzes", "oes")
_SHORT_IES = 4
_LOCALE = Path(__file__).parent.parent.parent / "locales" / "en"


def gender_of(name: str) -> str | None:
    """Return whether a first name is a man's or a woman's; None where it may be either."""
    known = table()
    for gender in ("masculine", "feminine"):
        if name in known[gender] and name not in known["either"]:
            return gender
    return None


@cache
def gendered_names() -> frozenset[str]:
    """Return first names that have a gender."""
    return frozenset(table()["masculine"]) | frozenset(table()["feminine"])


@cache
def table() -> dict[str, Any]:
    """Return the lists of locales/en/indirect.json."""
    loaded = json.loads((_LOCALE / "indirect.json").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    for key, value in loaded.items():
        if isinstance(value, list):
            loaded[key] = frozenset(value)
    return loaded


@cache
def complements() -> Complements:
    """Return what is known of English verbs."""
    return Complements(json.loads((_LOCALE / "complements.json").read_text(encoding="utf-8")))


def is_done(word: str = "", after: str = "") -> bool:
    """Whether "he's" is "he has" before a word: "eaten", "paid the bill"; not "paid weekly".

    `after` is what follows the word: "he's told ana", "he's booked the room"; but "he's booked on
    the ferry", "he's known locally", "he's done with it"; "he's cut the grass", but "he's hurt".
    """
    known = table()
    if word in known["done_with"] and (not after or after in known["not_owned"]):
        return after in known["imperative_not"]
    if word in known["perfect"]:
        return True
    if word in known["same_in_past"]:
        return after in known["imperative_not"]
    irregular = complements().irregular(word) not in (None, word)
    if not after or not (irregular or word.endswith("ed")):
        return False
    goes_on = after in known["not_owned"] or after.endswith("ly")
    return after in known["imperative_not"] or (irregular and not goes_on)


def without_s(verb: str) -> str:
    """Return "go" of "goes", "try" of "tries", "lie" of "lies", "need" of "needs"."""
    if verb in table()["without_s"]:
        return str(table()["without_s"][verb])
    if verb.endswith("ies"):
        return verb[:-1] if len(verb) <= _SHORT_IES else verb[:-3] + "y"
    return verb[:-2] if verb.endswith(_SIBILANT) else verb[:-1]
