"""Numbers as they are spoken, and the digits that Alexa makes of them.

AMAZON.NUMBER hands over "2" for "two", AMAZON.Ordinal hands over "2" for "second" (Amazon's "Slot
Type Reference"). Neither takes other words. Ordinals are known here in English, up to the 99th;
other languages have their digits only.
"""

from functools import cache
from typing import Any

from hassil.numbers import get_rbnf_engine

LARGEST_NUMBER = 199
"""Nobody picks from more in one breath; the list is walked through for every utterance."""

_TO_NINE = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS = ["tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"]
_MORE_TEENS = ["sixteenth", "seventeenth", "eighteenth", "nineteenth"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def number_list() -> dict[str, Any]:
    """Return the numbers as hassil takes a list; it knows their words in many languages."""
    return {"range": {"from": 0, "to": LARGEST_NUMBER}}


@cache
def number_words(language: str) -> frozenset[str]:
    """Return all words of which these numbers are made in a language, in lower case."""
    engine = get_rbnf_engine(language)
    written = (
        text
        for number in range(LARGEST_NUMBER + 1)
        for text in engine.format_number(number).text_by_ruleset.values()
    )
    return frozenset(word for text in written for word in text.casefold().replace("-", " ").split())


def four_digit_list() -> dict[str, Any]:
    """Return four digits as hassil takes a list; in digits only, as they are typed here."""
    return {"range": {"from": 0, "to": 9999, "words": False}}


def ordinal_list(language: str) -> dict[str, Any]:
    """Return "first", "2nd" and so on as hassil takes a list, each with its digits."""
    spoken = [(at, _written(at)) for at in range(1, 100)]
    if language == "en":
        spoken += _english_ordinals()
    return {"values": [{"in": words, "out": str(at)} for at, words in spoken]}


def _written(at: int) -> str:
    teens = 10 < at % 100 < 20
    return f"{at}{'th' if teens else _ENDINGS.get(at % 10, 'th')}"


def _english_ordinals() -> list[tuple[int, str]]:
    found = list(enumerate([*_TO_NINE, *_TEENS, *_MORE_TEENS], start=1))
    for ten, name in enumerate(_TENS, start=2):
        found.append((10 * ten, f"{name[:-1]}ieth"))
        found += [(10 * ten + at, f"{name} {ending}") for at, ending in enumerate(_TO_NINE, 1)]
    return found
