"""An utterance as words, each with its place in the text as it was typed.

Matching compares words: case, sentence punctuation and apostrophes are not heard. What stands
between and around the words stays in the text, so that a slot can be cut out as it was typed.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

_APOSTROPHES = "'\u2019\u02bc"
_PUNCTUATION = frozenset(
    '.,!?;:\u2026-\u2010\u2011\u2012\u2013\u2014\u2015"\u00ab\u00bb\u2018\u201c\u201d\u201e'
    "\u00bf\u00a1\u3002\u3001\uff0c\uff01\uff1f\u061f\u060c\u061b\u0964" + _APOSTROPHES
)
"""What is written and not spoken. Other signs (an emoji, &, a bracket) count as something said."""

_AFTER_CARRIER = re.compile(r"[.,;:!?\u2026\u2013\u2014-]+(?=\s)")
_LEADING_COMMA = re.compile(r"\A[,\uff0c\u060c\u3001]\s*")
SIGN = "xsignx"
"""Stands for a run of signs among the words; no sample contains it."""


POSSESSIVE = "xpossessivex"
"""Stands for the ending of "Kevin's" where a sample has it behind a slot."""


class Word(NamedTuple):
    """A word in lower case, or SIGN, and where it stands: text[start:end]."""

    spoken: str
    start: int
    end: int


_OF_ASCII = re.compile(
    "(?P<word>[a-z0-9](?:[a-z0-9]|'(?=[a-z0-9]))*)"
    f"|(?P<sign>[^a-z0-9\\x00-\\x20\\x7f{re.escape(''.join(filter(str.isascii, _PUNCTUATION)))}]+)",
    re.IGNORECASE | re.ASCII,
)


@lru_cache(2**10)
def words(text: str) -> tuple[Word, ...]:
    """Return the words and signs of the text in their order."""
    if not text.isascii():
        return words_of_any(text)
    return tuple(
        Word(
            SIGN if found.lastgroup == "sign" else found[0].replace("'", "").lower(), *found.span()
        )
        for found in _OF_ASCII.finditer(text)
    )


def words_of_any(text: str) -> tuple[Word, ...]:
    """Return the same of text in any script, letter by letter."""
    kinds = [_kind(text, at) for at in range(len(text))]
    found: list[Word] = []
    for kind, run in groupby(range(len(text)), kinds.__getitem__):
        if kind == "gap":
            continue
        places = list(run)
        start, end = places[0], places[-1] + 1
        found.append(Word(SIGN if kind == "sign" else _spoken(text[start:end]), start, end))
    return tuple(found)


def without_possessives(text: str, said: Iterable[Word]) -> tuple[Word, ...]:
    """Return the words with each ending 's as a word of its own, POSSESSIVE."""
    apart: list[Word] = []
    for word in said:
        end = word.end - len("'s")
        if text[end : word.end].replace("\u2019", "'").lower() == "'s" and end > word.start:
            apart += [Word(word.spoken[:-1], word.start, end), Word(POSSESSIVE, end, word.end)]
        else:
            apart.append(word)
    return tuple(apart)


def with_possessives_apart(text: str) -> str:
    """Return the words of the text as they are compared where a possessive counts as a word."""
    return " ".join(word.spoken for word in without_possessives(text, words(text)))


@lru_cache(2**16)
def normal(text: str) -> str:
    """Return the words of the text as they are compared, single spaces between them."""
    return " ".join(word.spoken for word in words(text))


def as_a_device_hears(text: str) -> str:
    """Return the text as a device hands it over: lower case, words and apostrophes only."""
    heard = [
        text[word.start : word.end].lower().replace("\u2019", "'")
        for word in words(text)
        if word.spoken != SIGN
    ]
    return " ".join(heard)


def span(said: Sequence[Word], characters: tuple[int, int]) -> tuple[int, int]:
    """Return from which to before which word a stretch of the spoken words, joined, reaches."""
    starts, at = [], 0
    for word in said:
        starts.append(at)
        at += len(word.spoken) + 1
    start, end = characters
    return bisect_left(starts, start), bisect_left(starts, end)


def cut(text: str, said: Sequence[Word], first: int, last: int) -> str:
    """Return what was typed from word `first` to before word `last`, with all that surrounds it."""
    start = said[first - 1].end if first else 0
    end = said[last].start if last < len(said) else len(text)
    raw = text[start:end]
    pause = _AFTER_CARRIER.match(raw) if first else None
    if pause:
        return raw[pause.end() :].strip()
    return _LEADING_COMMA.sub("", raw.strip(), count=1) if first else raw.strip()


def _spoken(word: str) -> str:
    bare = "".join(letter for letter in word if letter not in _APOSTROPHES)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", bare).casefold())


def _kind(text: str, at: int) -> str:
    character = text[at]
    if _is_letter(character):
        return "word"
    if character in _APOSTROPHES and _is_letter(text[at - 1 : at]) and _is_letter(text[at + 1 :]):
        return "word"
    if character in _PUNCTUATION or unicodedata.category(character)[0] in "CZ":
        return "gap"
    return "sign"


def _is_letter(text: str) -> bool:
    return bool(text) and unicodedata.category(text[0])[0] in "LMN"
