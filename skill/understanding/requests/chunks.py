"""The longest phrases that are known, one after the other, and what stands between. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from skill.understanding.phrase import Phrase
from skill.understanding.requests.vocabulary import Vocabulary

_OWNED = ("'s", "\u2019s", "s'")


@dataclass(frozen=True)
class Chunk:
    """A stretch of words and what they may be; nothing for what no list has."""

    first: int
    end: int
    tags: frozenset[str]

    @property
    def is_free(self) -> bool:
        """Whether no list has it."""
        return not self.tags


def chunks(phrase: Phrase, first: int, known: Vocabulary) -> list[Chunk]:
    """Return a phrase from word `first` on in parts; names that own something end theirs."""
    parts = list(_with_numbers(list(_chunks(phrase, first, known))))
    return list(_with_own(parts, phrase, known))


def _with_numbers(parts: Sequence[Chunk]) -> Iterator[Chunk]:
    """Take a number among unknown words for one of them: "q four o k r"."""
    at = 0
    while at < len(parts):
        first, end = parts[at], at
        while first.is_free and end + 2 < len(parts) and parts[end + 2].is_free:
            if "numbers" not in parts[end + 1].tags:
                break
            end += 2
        yield Chunk(first.first, parts[end].end, first.tags)
        at = end + 1


def _with_own(parts: Sequence[Chunk], phrase: Phrase, known: Vocabulary) -> Iterator[Chunk]:
    """Take together what is the speaker's own: "my very last note"."""
    at = 0
    while at < len(parts):
        end = at + 1
        if phrase.spoken[parts[at].first : parts[at].end] in known.lists["owners"]:
            while end < len(parts) and parts[end].tags & {"last", "latest"}:
                end += 1
            is_one = end < len(parts) and known.is_one(phrase.spoken, parts[end].first)
            if end > at + 1 and is_one:
                yield Chunk(parts[at].first, parts[end].end, frozenset({"own"}))
                at = end + 1
                continue
        yield parts[at]
        at += 1


def without_owning(name: str) -> str:
    """Return a name without what says that it owns something, or has done it: "nikhil's"."""
    return next((name.removesuffix(end) for end in _OWNED[:2] if name.endswith(end)), name)


def is_possessive(phrase: Phrase, end: int) -> bool:
    """Whether the word before `end` owns what follows: "kevin's"."""
    return phrase.between(end - 1, end).casefold().endswith(_OWNED)


def _chunks(phrase: Phrase, at: int, known: Vocabulary) -> Iterator[Chunk]:
    free = at
    while at < len(phrase):
        size, tags = _tags_at(phrase, at, known)
        if tags:
            if free < at:
                yield Chunk(free, at, frozenset())
            yield Chunk(at, at + size, tags)
            free = at + size
        elif is_possessive(phrase, at + 1):
            yield Chunk(free, at + 1, frozenset())
            free = at + 1
        at += size
    if free < at:
        yield Chunk(free, at, frozenset())


def _leads_to_a_time(phrase: Phrase, at: int, known: Vocabulary) -> bool:
    """Whether several words from there lead to a time: "in the last"."""
    return known.list_at("time_leads", phrase.spoken, at) > 1


def _tags_at(phrase: Phrase, at: int, known: Vocabulary) -> tuple[int, frozenset[str]]:
    size, tags = known.tags_at(phrase.spoken, at)
    if size > 1 and _leads_to_a_time(phrase, at + size - 1, known):
        # "Came in the last hour" is "came", not "came in".
        shorter, found = known.tags_at(phrase.spoken[: at + size - 1], at)
        size, tags = (shorter, found) if shorter == size - 1 and found else (size, tags)
    if not tags and phrase.spoken[at].isdecimal():
        return 1, frozenset({"numbers"})
    return size, tags
