"""The words of times in one language. Data, in locales/<language>.json."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from postbox.directory.names.words import fold
from skill.speech.languages import language_of

_LOCALES = Path(__file__).parent / "locales"


class TimeWords:
    """Lists of phrases by what they are for, each phrase a tuple of folded words."""

    def __init__(self, lists: dict[str, list[str]]) -> None:
        """Take the lists as they stand in the file."""
        self._lists = {
            name: [tuple(fold(word) for word in phrase.split()) for phrase in listed]
            for name, listed in lists.items()
        }

    def end_of(self, name: str, spoken: Sequence[str], at: int) -> int:
        """Return where the longest phrase of a list ends that begins at `at`; `at` for none."""
        lengths = [
            len(phrase)
            for phrase in self._lists[name]
            if tuple(spoken[at : at + len(phrase)]) == phrase
        ]
        return at + max(lengths, default=0)

    def place_of(self, name: str, spoken: Sequence[str], at: int) -> int | None:
        """Return which phrase of an ordered list stands at `at`, from 0; each is one word."""
        said = tuple(spoken[at : at + 1])
        return self._lists[name].index(said) if said in self._lists[name] else None

    def has(self, name: str, word: str) -> bool:
        """Whether a word is among the phrases of a list."""
        return (word,) in self._lists[name]

    def phrases(self, name: str) -> list[tuple[str, ...]]:
        """Return a list."""
        return self._lists[name]

    def endings(self, name: str) -> tuple[str, ...]:
        """Return a list of word endings."""
        return tuple(phrase[0] for phrase in self._lists[name])


@cache
def time_words(locale: str) -> TimeWords:
    """Return the words of a locale's language; raises UnknownLocale."""
    path = _LOCALES / f"{language_of(locale)}.json"
    lists: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return TimeWords(lists)
