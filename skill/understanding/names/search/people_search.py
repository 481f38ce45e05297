"""People by what they are called: real, display, first and last names, handles, nicknames. Pure."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from postbox.directory.entries import Person
from postbox.directory.names.ear import in_digits, spoken_titles
from postbox.directory.names.index import NameIndex
from postbox.directory.names.spelling import NameWords, forms_of, handle_of
from postbox.directory.names.words import key
from skill.understanding.names.candidate import NAMED_FROM, NICKNAME, SAME_SOUND, Candidate, Kind
from skill.understanding.names.search.clipped import is_clipped, is_diminutive
from skill.understanding.names.search.name_fit import fit
from skill.understanding.names.search.word_search import ANOTHER_NAME, Likes, WordSearch

_MOST_WORDS = 5
_FULL_NAME = 2
_CLIPPED = 0.95
_SHORT = 4
"""A short form of so many letters is hardly somebody's whole first name."""

Found = dict[Person, tuple[float, str]]
"""People, with how well a name fits and why."""


class PeopleSearch:
    """Finds the people of one directory."""

    def __init__(self, index: NameIndex, words: WordSearch) -> None:
        """Search a directory by its index."""
        self._index = index
        self._words = words

    def words_of(self, spoken: NameWords) -> set[str]:
        """Return the words of names that finding whoever is named in a phrase may look at."""
        spans = (
            spoken[at : at + length]
            for length in range(1, _MOST_WORDS + 1)
            for at in range(len(spoken) - length + 1)
        )
        heard = {word for span in spans for variant in _variants(span) for word in variant}
        # Words run together are looked for by likeness where nothing else is found.
        by_likeness = set(spoken)
        return {
            word
            for heard_word in heard
            for word in self._words.like(
                heard_word, heard_word in by_likeness, heard_word in by_likeness
            )
        }

    def find(self, spoken: NameWords, *, by_likeness: bool) -> list[Candidate]:
        """Return who may be meant by a name; without likeness only by writing, sound, nickname."""
        best: Found = {}
        if len(spoken) == 1 and self._words.is_common(spoken[0]):
            by_likeness = False
            if not self._index.has_word(spoken[0]):
                return []
        for variant in _variants(spoken):
            near = variant == spoken
            found = self._matches(variant, by_likeness, near)
            if len(variant) == 1 < len(spoken):
                found = {
                    one: (score, f"{why}, run together")
                    for one, (score, why) in found.items()
                    if score > best.get(one, (0.0, ""))[0]
                }
            _keep_better(best, found)
        if not any(score >= NAMED_FROM for score, _ in best.values()):
            _keep_better(best, self._clipped(spoken))
        if len(spoken) > 1 and self._index.people.get(spoken[0]):
            best = {one: _if_formal(spoken[0], one, *found) for one, found in best.items()}
        return [_candidate(person, *found) for person, found in best.items()]

    def heard_alike(self, spoken: NameWords) -> list[Candidate]:
        """Return whose whole name an ear may take for this one: Jun Zhou and Jun Zhao.

        Names of one word are too short to tell so: there Alexa's spelling counts.
        """
        if not _FULL_NAME <= len(spoken) <= _MOST_WORDS or any(len(word) == 1 for word in spoken):
            return []
        likes, people = self._people(spoken, self._words.heard_alike)
        named = [person for person in people if _is_named(person, likes)]
        return [_candidate(person, SAME_SOUND, "heard alike") for person in named]

    def _clipped(self, spoken: NameWords) -> Found:
        """Return who is called so by a short form that is no name of its own."""
        called, rest = spoken[0], spoken[1:]
        if not rest or self._words.is_common(called) or key(spoken) in self._index.unreachable:
            return {}
        likes, people = self._people(rest, lambda word: self._words.like(word, False, True))
        short = is_diminutive(called) or len(called) <= _SHORT
        score = _CLIPPED if short or not self._words.is_name(called) else ANOTHER_NAME
        return {
            person: (score, "short form")
            for person in people
            if any(
                is_clipped(called, form[0]) and fit(form[1:], rest, likes)[0] >= NICKNAME
                for form in _forms(person)[0]
                if len(form) > 1
            )
        }

    def _matches(self, spoken: NameWords, by_likeness: bool, near: bool) -> Found:
        likes, people = self._people(spoken, lambda word: self._words.like(word, by_likeness, near))
        is_word = len(spoken) == 1 and self._words.is_common(spoken[0])
        found = {}
        for person in people:
            names, handle = _forms(person)
            fits = [fit(form, spoken, likes) for form in names]
            as_written = fit(handle, spoken, likes)
            if as_written[0] >= SAME_SOUND and not is_word:
                fits.append(as_written)
            score, why = max(fits, default=(0.0, ""))
            if score:
                found[person] = (score, why)
        return found

    def _people(
        self, spoken: NameWords, like: Callable[[str], Likes]
    ) -> tuple[list[Likes], Iterable[Person]]:
        """Return what each word may be, and the people in whose names all of them may be.

        An initial alone tells nothing. Common words come first: they cost least, and mostly no
        name has them.
        """
        likes: dict[int, Likes] = {}
        there: dict[str, Person] | None = None
        for at in sorted(range(len(spoken)), key=lambda at: not self._words.is_common(spoken[at])):
            likes[at] = like(spoken[at])
            if at and len(spoken[at]) == 1:
                continue
            known = self._index.people
            self._index.fetch({"people": likes[at]})
            here = {person.id: person for word in likes[at] for person in known.get(word, ())}
            there = here if there is None else {id_: here[id_] for id_ in there if id_ in here}
            if not there:
                return [], ()
        return [likes[at] for at in range(len(spoken))], (there or {}).values()


@lru_cache(maxsize=8192)
def _forms(person: Person) -> tuple[tuple[NameWords, ...], NameWords]:
    """Return a person's names, and apart from them the handle, which is not told by likeness."""
    return forms_of(person), handle_of(person)


def _is_named(person: Person, likes: Sequence[Likes]) -> bool:
    """Whether every spoken word is like one of a name's words, in their order."""
    names, _ = _forms(person)
    return any(
        len(form) == len(likes)
        and all(word in like for word, like in zip(form, likes, strict=True))
        for form in names
    )


def _candidate(person: Person, score: float, why: str) -> Candidate:
    return Candidate(person.id, person.full_name, Kind.PERSON, round(score, 3), why)


def _if_formal(called: str, person: Person, score: float, why: str) -> tuple[float, str]:
    """Return how well it fits: "Samantha Carter" is hardly Sam where others are Samantha."""
    names, _ = _forms(person)
    short = all(len(form[0]) < len(called) for form in names)
    return (min(score, ANOTHER_NAME), why) if short and "nickname" in why else (score, why)


def _keep_better(best: Found, others: Found) -> None:
    for person, found in others.items():
        best[person] = max(found, best.get(person, (0.0, "")))


def _variants(spoken: NameWords) -> list[NameWords]:
    """Return the words as heard, and with two of them run together ("mc donald")."""
    if len(spoken) > _MOST_WORDS:
        return []
    if spoken[:1] and spoken[0] in spoken_titles() and len(spoken) > 1:
        return _variants(spoken[1:])
    said = tuple(in_digits(spoken))
    merged = [
        (*said[:at], said[at] + said[at + 1], *said[at + 2 :])
        for at in range(len(said) - 1)
        if len(said[at + 1]) > 1
    ]
    return list(dict.fromkeys([spoken, said, *merged]))
