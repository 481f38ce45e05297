"""How a person or a channel may be called aloud, of which the truth about ties is made."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from benchmarks.understanding.made.banks import Bank, bank
from benchmarks.understanding.made.people import PARTICLES
from benchmarks.understanding.made.sounds import folded, key, readings
from postbox.directory.entries import Person

SEPARATORS = {"-": ("dash", "hyphen"), "_": ("underscore",)}


@dataclass(frozen=True)
class Part:
    """A word of a channel's name: how it is said, and other ways to say it."""

    plain: tuple[str, ...]
    split: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    long: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every way."""
        return self.plain + self.split + self.letters + self.long


def person_names(person: Person) -> Iterator[str]:
    """Yield the names that a person goes by: whole, single, and as displayed."""
    words = folded(person.real_name).split()
    for start in range(len(words)):
        yield " ".join(words[start:])
    yield from (word for word in words if word not in PARTICLES)
    if person.display_name:
        yield folded(person.display_name)


def person_loose_names(own: Bank, person: Person) -> Iterator[str]:
    """Yield what else a person may be called."""
    words = folded(person.real_name).split()
    first, rest = words[0], words[1:]
    yield from folded(person.display_name).split()
    yield folded(person.handle)
    yield f"{first[0]} {' '.join(rest)}"
    yield from (f"{first} {word[0]}" for word in rest)
    for called in (first, *nicknames(own, person)):
        yield called
        yield from (f"{called} {word}" for word in rest)
        yield from (f"{called} {' '.join(rest[: count + 1])}" for count in range(len(rest)))


def nicknames(own: Bank, person: Person) -> tuple[str, ...]:
    """Return what people of this first name are called, however they write it."""
    first = key(person.real_name.split()[0])
    return _nicknames(own.part).get(first, ())


@cache
def _nicknames(part: str) -> Mapping[str, tuple[str, ...]]:
    return {key(name): called for name, called in bank(part).nicknames.items()}


def channel_parts(own: Bank, name: str) -> list[Part]:
    """Take a channel's name apart: letters and digits, as they are said."""
    return [
        Part((*readings(word), word))
        if word.isdigit()
        else Part(
            (word,),
            own.split.get(word, ()),
            (" ".join(word),) if word in own.letters else (),
            own.long.get(word, ()),
        )
        for word in re.findall(r"[a-z]+|[0-9]+", name)
    ]


def channel_names(own: Bank, name: str) -> Iterator[str]:
    """Yield the plain ways to say a channel's name."""
    yield from joined([part.plain for part in channel_parts(own, name)])


def channel_loose_names(own: Bank, name: str) -> Iterator[str]:
    """Yield every way to say a channel's name, its dashes too."""
    yield from joined([part.all for part in channel_parts(own, name)])
    yield from dashed(own, name)


def dashed(own: Bank, name: str) -> Iterator[str]:
    """Yield the ways to say a channel's name with its dashes."""
    words = re.split("([-_])", name)
    for number in range(2):
        spoken = [
            SEPARATORS[word][min(number, len(SEPARATORS[word]) - 1)]
            if word in SEPARATORS
            else " ".join(part.plain[0] for part in channel_parts(own, word))
            for word in words
        ]
        yield " ".join(spoken)


def joined(ways: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield all combinations."""
    return (" ".join(words) for words in product(*ways))
