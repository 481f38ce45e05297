"""People by what they are called: real, display, first and last names, handles, nicknames. Pure."""

from collections.abc import Sequence
from functools import cached_property, lru_cache

from mailbox.directory import Directory, Person
from mailbox.names.data import nicknames
from mailbox.names.index import NameIndex
from mailbox.names.likeness import alike
from mailbox.names.numerals import in_digits
from mailbox.names.sounds import skeleton, sound
from mailbox.names.spelling import NameWords, forms_of, handle_of
from mailbox.names.words import key
from skill.understanding.candidate import (
    EXACT,
    MOST_LIKE,
    NAMED_FROM,
    NICKNAME,
    SAME_FROM,
    SAME_SOUND,
    Candidate,
    Kind,
)
from skill.understanding.clipped import is_clipped, is_diminutive
from skill.understanding.name_fit import fit
from skill.understanding.neighbours import Neighbours

_LEAST_LIKE = 0.72
"""Words less alike than this are different words."""
_MOST_WORDS = 5
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "doctor", "professor", "mister", "missus", "miss"})
_NOT_THE_SAME = 0.979
_CLIPPED, _SHORT = 0.95, 4
_FULL_NAME = 2
_HEARD_ALIKE = 0.84
"""Words as alike as this are mistaken for each other, where the rest of a name is the same."""
_ANOTHER_NAME = 0.86
"""What was heard is itself a name, so it is hardly this other one misheard."""


class PeopleSearch:
    """Finds the people of one directory."""

    def __init__(
        self,
        directory: Directory,
        index: NameIndex,
        given_names: frozenset[str],
        common_words: frozenset[str],
    ) -> None:
        """Search this directory by its index, knowing names and other words of the language."""
        self._given_names = given_names
        self._common_words = common_words
        self._people = list(directory.people.values())
        self._index = index
        self._words_like = lru_cache(maxsize=4096)(self._find_words)
        self._alike_by_ear = lru_cache(maxsize=4096)(self._find_alike_by_ear)

    def find(self, spoken: NameWords, *, by_likeness: bool) -> list[Candidate]:
        """Return who may be meant by a name; without likeness only by writing, sound, nickname."""
        best: dict[int, tuple[float, str]] = {}
        if len(spoken) == 1 and spoken[0] in self._common_words:
            by_likeness = False
            if spoken[0] not in self._index.people:
                return []
        for variant in _variants(spoken):
            near = variant == spoken
            for row, found in self._matches(variant, by_likeness, near).items():
                best[row] = max(found, best.get(row, (0.0, "")))
        if not any(score >= NAMED_FROM for score, _ in best.values()):
            best |= self._clipped(spoken)
        return [self._candidate(row, *found) for row, found in best.items()]

    def _clipped(self, spoken: NameWords) -> dict[int, tuple[float, str]]:
        """Return who is called so by a short form that is no name of its own."""
        called, rest = spoken[0], spoken[1:]
        if not rest or called in self._common_words or key(spoken) in self._index.unreachable:
            return {}
        likes = [self._words_like(word, False, True) for word in rest]
        is_name = called in self._given_names or called in self._index.people
        short = is_diminutive(called) or len(called) <= _SHORT
        score = _CLIPPED if short or not is_name else _ANOTHER_NAME
        return {
            row: (score, "short form")
            for row in self._rows(rest, likes)
            if any(
                is_clipped(called, form[0]) and fit(form[1:], rest, likes)[0] >= NICKNAME
                for form in _forms(self._people[row])[0]
                if len(form) > 1
            )
        }

    def heard_alike(self, spoken: NameWords) -> list[Candidate]:
        """Return whose whole name an ear may take for this one: Jun Zhou and Jun Zhao.

        Names of one word are too short to tell so: there Alexa's spelling counts.
        """
        if not _FULL_NAME <= len(spoken) <= _MOST_WORDS or any(len(each) == 1 for each in spoken):
            return []
        likes = [self._alike_by_ear(word) for word in spoken]
        rows = self._rows(spoken, likes)
        return [self._candidate(row, SAME_SOUND, "heard alike") for row in rows if self._is_named(row, likes)]

    def _is_named(self, row: int, likes: Sequence[dict[str, float]]) -> bool:
        """Whether every spoken word is like one of a name's words, in their order."""
        names, _ = _forms(self._people[row])
        return any(
            len(form) == len(likes)
            and all(word in like for word, like in zip(form, likes, strict=True))
            for form in names
        )

    def _find_alike_by_ear(self, spoken: str) -> dict[str, float]:
        heard, found = sound(spoken), {}
        for word in self._index.people_by_sound.get(skeleton(heard), "").split():
            likeness = _likeness(spoken, heard, word)
            if likeness >= _HEARD_ALIKE:
                found[word] = likeness
        return found

    def _candidate(self, row: int, score: float, why: str) -> Candidate:
        person = self._people[row]
        return Candidate(person.id, person.full_name, Kind.PERSON, round(score, 3), why)

    def _matches(
        self, spoken: NameWords, by_likeness: bool, near: bool
    ) -> dict[int, tuple[float, str]]:
        likes = [self._words_like(word, by_likeness, near) for word in spoken]
        rows = self._rows(spoken, likes)
        found = {}
        for row in rows:
            names, handle = _forms(self._people[row])
            fits = [fit(form, spoken, likes) for form in names]
            as_written = fit(handle, spoken, likes)
            is_word = len(spoken) == 1 and spoken[0] in self._common_words
            if as_written[0] >= SAME_SOUND and not is_word:
                fits.append(as_written)
            score, why = max(fits, default=(0.0, ""))
            if score:
                found[row] = (score, why)
        return found

    def _rows(self, spoken: NameWords, likes: Sequence[dict[str, float]]) -> set[int]:
        """Return the rows in which every spoken word may be; an initial alone tells nothing."""
        sets = [
            {row for word in like for row in self._index.people.get(word, ())}
            for at, like in enumerate(likes)
            if not (at and len(spoken[at]) == 1)
        ]
        return set.intersection(*sets) if sets else set()

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self._index.people_by_sound)

    def _find_words(self, spoken: str, by_likeness: bool, near: bool) -> dict[str, float]:
        """Return words of people's names that this word may be, with how alike they are.

        With `near` those that are nearly the same sound count as the same.
        """
        found: dict[str, float] = {}
        heard = sound(spoken)
        own = skeleton(heard)
        widely = by_likeness and spoken not in self._common_words
        buckets = self._neighbours.of(own) if widely else [own]
        for bucket in buckets:
            for word in self._index.people_by_sound.get(bucket, "").split():
                likeness = _likeness(spoken, heard, word)
                if likeness >= SAME_FROM and near and not _other_gender(heard, sound(word)) and spoken not in self._common_words:
                    likeness = max(SAME_SOUND, likeness)
                elif likeness < SAME_SOUND:
                    likeness = min(MOST_LIKE, likeness)
                is_name = spoken in self._given_names or spoken in self._index.people
                if likeness < SAME_SOUND and is_name:
                    likeness = min(_ANOTHER_NAME, likeness)
                if likeness >= (_LEAST_LIKE if by_likeness else SAME_SOUND):
                    found[word] = likeness
        for other in nicknames().get(spoken, ()):
            if other in self._index.people:
                found[other] = max(NICKNAME, found.get(other, 0.0))
        return found


@lru_cache(maxsize=8192)
def _forms(person: Person) -> tuple[tuple[NameWords, ...], NameWords]:
    """Return a person's names, and apart from them the handle, which is not told by likeness."""
    return forms_of(person), handle_of(person)


def _likeness(spoken: str, heard: str, word: str) -> float:
    if spoken == word:
        return EXACT
    other = sound(word)
    return SAME_SOUND if heard == other else min(_NOT_THE_SAME, alike(heard, other, _LEAST_LIKE))


def _other_gender(one: str, other: str) -> bool:
    """Whether only the ending tells Francesco and Francesca apart, which is clearly heard."""
    return {one[-1:], other[-1:]} in ({"a", "O"}, {"a", "o"})


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
