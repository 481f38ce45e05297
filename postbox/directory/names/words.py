"""Text as the words that are spoken, each with its place. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc][^\W_]+)*|&")
_PART = re.compile(r"[^\W\d_]+|\d+")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u02bc")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
SEPARATORS = frozenset({"dash", "hyphen", "minus", "underscore", "dot", "point", "slash", "period"})
"""What people say between the words of a channel's name, and do not write."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands: text[start:end]."""

    spoken: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Return the words of a text in their order."""
    found = _WORD.finditer(text)
    return [Word(fold(match[0]), match.start(), match.end()) for match in found]


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word without case, accents and apostrophes."""
    if word.isascii():
        return word.replace("'", "").lower()
    low = word.translate(_APOSTROPHES).casefold()
    if low.isascii():
        return low
    plain = unicodedata.normalize("NFKD", low.translate(_LETTERS))
    return "".join(character for character in plain if not unicodedata.combining(character))


def parts(name: str) -> list[str]:
    """Return the words of a written name; digits stand apart from letters."""
    return [part for word in words(name) for part in _PART.findall(word.spoken)]


def key(spoken: Iterable[str]) -> str:
    """Return words as one: how they are compared where nobody hears the gaps."""
    return "".join(spoken)
