"""People by what they are called: real, display, first and last names, handles, nicknames. Pure."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from postbox.directory.entries import Directory, Person
from postbox.directory.names.index import NameIndex
from postbox.directory.names.numerals import in_digits
from postbox.directory.names.spelling import NameWords, forms_of, handle_of
from postbox.directory.names.words import key
from skill.understanding.names.candidate import NAMED_FROM, NICKNAME, SAME_SOUND, Candidate, Kind
from skill.understanding.names.clipped import is_clipped, is_diminutive
from skill.understanding.names.name_fit import fit
from skill.understanding.names.word_search import ANOTHER_NAME, Likes, WordSearch

_MOST_WORDS = 5
_FULL_NAME = 2
_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "prof", "doctor", "professor", "mister", "missus", "miss"}
)
_CLIPPED = 0.95
_SHORT = 4
"""A short form of so many letters is hardly somebody's whole first name."""

Found = dict[int, tuple[float, str]]
"""Rows of people, with how well a name fits and why."""


class PeopleSearch:
    """Finds the people of one directory."""

    def __init__(self, directory: Directory, index: NameIndex, words: WordSearch) -> None:
        """Search this directory by its index."""
        self._people = list(directory.people.values())
        self._index = index
        self._words = words

    def find(self, spoken: NameWords, *, by_likeness: bool) -> list[Candidate]:
        """Return who may be meant by a name; without likeness only by writing, sound, nickname."""
        best: Found = {}
        if len(spoken) == 1 and self._words.is_common(spoken[0]):
            by_likeness = False
            if spoken[0] not in self._index.people:
                return []
        for variant in _variants(spoken):
            near = variant == spoken
            _keep_better(best, self._matches(variant, by_likeness, near))
        if not any(score >= NAMED_FROM for score, _ in best.values()):
            _keep_better(best, self._clipped(spoken))
        if len(spoken) > 1 and spoken[0] in self._index.people:
            best = {row: self._if_formal(spoken[0], row, *found) for row, found in best.items()}
        return [self._candidate(row, *found) for row, found in best.items()]

    def _if_formal(self, called: str, row: int, score: float, why: str) -> tuple[float, str]:
        """Return how well it fits: "Samantha Carter" is hardly Sam where others are Samantha."""
        names, _ = _forms(self._people[row])
        short = all(len(form[0]) < len(called) for form in names)
        return (min(score, ANOTHER_NAME), why) if short and "nickname" in why else (score, why)

    def heard_alike(self, spoken: NameWords) -> list[Candidate]:
        """Return whose whole name an ear may take for this one: Jun Zhou and Jun Zhao.

        Names of one word are too short to tell so: there Alexa's spelling counts.
        """
        if not _FULL_NAME <= len(spoken) <= _MOST_WORDS or any(len(each) == 1 for each in spoken):
            return []
        likes, rows = self._rows(spoken, self._words.heard_alike)
        named = [row for row in rows if self._is_named(row, likes)]
        return [self._candidate(row, SAME_SOUND, "heard alike") for row in named]

    def _clipped(self, spoken: NameWords) -> Found:
        """Return who is called so by a short form that is no name of its own."""
        called, rest = spoken[0], spoken[1:]
        if not rest or self._words.is_common(called) or key(spoken) in self._index.unreachable:
            return {}
        likes, rows = self._rows(rest, lambda word: self._words.like(word, False, True))
        short = is_diminutive(called) or len(called) <= _SHORT
        score = _CLIPPED if short or not self._words.is_name(called) else ANOTHER_NAME
        return {
            row: (score, "short form")
            for row in rows
            if any(
                is_clipped(called, form[0]) and fit(form[1:], rest, likes)[0] >= NICKNAME
                for form in _forms(self._people[row])[0]
                if len(form) > 1
            )
        }

    def _is_named(self, row: int, likes: Sequence[Likes]) -> bool:
        """Whether every spoken word is like one of a name's words, in their order."""
        names, _ = _forms(self._people[row])
        return any(
            len(form) == len(likes)
            and all(word in like for word, like in zip(form, likes, strict=True))
            for form in names
        )

    def _candidate(self, row: int, score: float, why: str) -> Candidate:
        person = self._people[row]
        return Candidate(person.id, person.full_name, Kind.PERSON, round(score, 3), why)

    def _matches(self, spoken: NameWords, by_likeness: bool, near: bool) -> Found:
        likes, rows = self._rows(spoken, lambda word: self._words.like(word, by_likeness, near))
        is_word = len(spoken) == 1 and self._words.is_common(spoken[0])
        found = {}
        for row in rows:
            names, handle = _forms(self._people[row])
            fits = [fit(form, spoken, likes) for form in names]
            as_written = fit(handle, spoken, likes)
            if as_written[0] >= SAME_SOUND and not is_word:
                fits.append(as_written)
            score, why = max(fits, default=(0.0, ""))
            if score:
                found[row] = (score, why)
        return found

    def _rows(
        self, spoken: NameWords, like: Callable[[str], Likes]
    ) -> tuple[list[Likes], set[int]]:
        """Return what each word may be, and the rows in which all of them may be.

        An initial alone tells nothing. Common words come first: they cost least, and mostly no
        name has them.
        """
        likes: dict[int, Likes] = {}
        rows: set[int] | None = None
        for at in sorted(range(len(spoken)), key=lambda at: not self._words.is_common(spoken[at])):
            likes[at] = like(spoken[at])
            if at and len(spoken[at]) == 1:
                continue
            here = {row for word in likes[at] for row in self._index.people.get(word, ())}
            rows = here if rows is None else rows & here
            if not rows:
                return [], set()
        return [likes[at] for at in range(len(spoken))], rows or set()


@lru_cache(maxsize=8192)
def _forms(person: Person) -> tuple[tuple[NameWords, ...], NameWords]:
    """Return a person's names, and apart from them the handle, which is not told by likeness."""
    return forms_of(person), handle_of(person)


def _keep_better(best: Found, others: Found) -> None:
    for row, found in others.items():
        best[row] = max(found, best.get(row, (0.0, "")))


def _variants(spoken: NameWords) -> list[NameWords]:
    """Return the words as heard, and with two of them run together ("mc donald")."""
    if len(spoken) > _MOST_WORDS:
        return []
    if spoken[:1] and spoken[0] in _TITLES and len(spoken) > 1:
        return _variants(spoken[1:])
    said = tuple(in_digits(spoken))
    merged = [
        (*said[:at], said[at] + said[at + 1], *said[at + 2 :])
        for at in range(len(said) - 1)
        if len(said[at + 1]) > 1
    ]
    return list(dict.fromkeys([spoken, said, *merged]))
