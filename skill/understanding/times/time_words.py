"""The words of times in one language. Data, in locales/<language>.json."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from postbox.directory.names.words import fold

_LOCALES = Path(__file__).parent / "locales"
_FALLBACK = "en"


class TimeWords:
    """Lists of phrases by what they are for, each phrase a tuple of folded words."""

    def __init__(self, lists: dict[str, list[str]]) -> None:
        """Take the lists as they stand in the file."""
        self._lists = {
            name: [tuple(fold(word) for word in each.split()) for each in listed]
            for name, listed in lists.items()
        }

    def end_of(self, name: str, spoken: Sequence[str], at: int) -> int:
        """Return where the longest phrase of a list ends that begins at `at`; `at` for none."""
        lengths = [
            len(each) for each in self._lists[name] if tuple(spoken[at : at + len(each)]) == each
        ]
        return at + max(lengths, default=0)

    def place_of(self, name: str, spoken: Sequence[str], at: int) -> int | None:
        """Return which phrase of an ordered list stands at `at`, from 0; each is one word."""
        said = tuple(spoken[at : at + 1])
        return self._lists[name].index(said) if said in self._lists[name] else None

    def has(self, name: str, word: str) -> bool:
        """Whether a word is among the phrases of a list."""
        return (word,) in self._lists[name]

    def endings(self, name: str) -> tuple[str, ...]:
        """Return a list of word endings."""
        return tuple(each[0] for each in self._lists[name])


@cache
def time_words(locale: str) -> TimeWords:
    """Return the words of a locale's language; English for one that has no data yet."""
    path = _LOCALES / f"{locale.split('-', maxsplit=1)[0]}.json"
    path = path if path.exists() else _LOCALES / f"{_FALLBACK}.json"
    lists: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return TimeWords(lists)
