"""What signs, units and short forms are called in a language: data in locales/<language>.json."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from skill.speech.languages import language_of

_LOCALES = Path(__file__).parent / "locales"
_MACHINES = Path(__file__).parent / "machines.json"


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language; keys are in lower case."""

    units: Mapping[str, Sequence[str]]
    """One, and several: "kb" is "kilobyte", "kilobytes"."""
    amounts: Mapping[str, str]
    """What a letter behind a number multiplies by."""
    currencies: Mapping[str, str]
    signs: Mapping[str, str]
    """What a sign is between two words."""
    arrows: frozenset[str]
    """Signs that point or part, and say nothing at the edge of a line."""
    either: Mapping[str, str]
    """Short forms by what they are said as."""
    before_durations: frozenset[str]
    """Words behind which 5m is five minutes."""
    counted: frozenset[str]
    """Words before which 3/5 is three of five."""
    before_dates: frozenset[str]
    """Words behind which 11/28 is a day."""
    days: Mapping[str, str]
    suffixes: Mapping[str, str]
    """What stands behind a version."""
    hashed: frozenset[str]
    """Words that say themselves that a hash follows."""
    versioned: frozenset[str]
    numbered: Mapping[str, str]
    """What is numbered: "PR#5"."""
    said_to_somebody: frozenset[str]
    """Words that are said to who is named before them: "Ana, please"."""
    asked_of_somebody: frozenset[str]
    """Those that are so before one of `spoken_to`: "Ana, can you"."""
    spoken_to: frozenset[str]
    said_of_somebody: frozenset[str]
    """Words behind a name that say what somebody does or where they are, beside plain verbs."""
    asking: frozenset[str]
    """Words that questions begin with."""
    before_a_name: frozenset[str]
    """Words at the end of a question that a name belongs to: "who is with Ana?"."""
    joins_names: frozenset[str]
    greetings: frozenset[str]
    """What may stand before a name that is spoken to."""
    asks_of_things: frozenset[str]
    """Words behind a name that ask something before one of `things`: "Ana, is it done"."""
    things: frozenset[str]
    beginning_clauses: frozenset[str]
    """Words that begin a clause, before what is said to somebody: "Ana, for the hall we ..."."""
    of_one: frozenset[str]
    """Words behind which a measure is an adjective: "a 15 minute call"."""
    names_of_signs: Mapping[str, str]
    """What signs are called that stand alone as code."""
    determiners: frozenset[str]
    """Words behind which "a link" is "link"."""
    articles: frozenset[str]
    """What that link or piece of code begins with."""
    on_a_site: frozenset[str]
    """Words behind which a link is where it leads to: "on acme dot org"."""
    leads_to_a_link: frozenset[str]
    """Words that lead to a link without a pause."""
    beside_a_link: frozenset[str]
    """Words behind which a link has a pause, whatever follows."""
    going_on: frozenset[str]
    """Words that no line ends with that does not go on."""
    faces: Mapping[str, str]
    """Faces made of letters and marks."""
    between: frozenset[str]
    """Names of emoji that stand between two words, as arrows do."""
    linked_by_number: Mapping[str, str]
    """What an address leads to that ends in a number, by its part before: "issues"."""
    to_press: frozenset[str]
    """Labels of links that say nothing but to press there."""


_SETS = (
    "articles",
    "arrows",
    "asking",
    "before_a_name",
    "beginning_clauses",
    "beside_a_link",
    "asks_of_things",
    "determiners",
    "greetings",
    "things",
    "joins_names",
    "leads_to_a_link",
    "of_one",
    "on_a_site",
    "said_of_somebody",
    "asked_of_somebody",
    "before_dates",
    "before_durations",
    "between",
    "counted",
    "going_on",
    "hashed",
    "said_to_somebody",
    "spoken_to",
    "to_press",
    "versioned",
)


@cache
def vocabulary(locale: str) -> Vocabulary:
    """Return the words of a locale's language; raises UnknownLocale."""
    path = _LOCALES / f"{language_of(locale)}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    return Vocabulary(**{**data, **{name: frozenset(data[name]) for name in _SETS}})


@cache
def of_machines(kind: str) -> frozenset[str]:
    """Return what machines know by name: "file_ends", "domains" or "programs"."""
    return frozenset(json.loads(_MACHINES.read_text(encoding="utf-8"))[kind])
