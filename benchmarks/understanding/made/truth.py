"""Who may be meant by a name, known from the workspace itself."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from benchmarks.understanding.made.banks import Bank, bank
from benchmarks.understanding.made.sounds import key, sound
from benchmarks.understanding.made.spoken import (
    channel_loose_names,
    channel_names,
    person_loose_names,
    person_names,
)
from benchmarks.understanding.made.workspace import Workspace, workspace
from postbox.directory.entries import Conversation, Person

Names = dict[str, set[str]]


class Truth:
    """All names of the workspace and whose they are."""

    def __init__(self, space: Workspace) -> None:
        """Index the names of everybody that can be written to, and of those that cannot."""
        self._plain: Names = defaultdict(set)
        self._loose: Names = defaultdict(set)
        self._gone: Names = defaultdict(set)
        self._gone_as_written: Names = defaultdict(set)
        for part, people in space.people.items():
            for person in people:
                self._add_person(bank(part), person)
        for part, channels in space.channels.items():
            for channel in channels:
                self._add_channel(bank(part), channel)
        self._sounds: dict[int, list[str]] = defaultdict(list)
        """By how long they are."""
        self._sounds_of: Names = defaultdict(set)
        for name, ids in self._loose.items():
            self._sounds[len(name)].append(name)
            for id_ in ids:
                self._sounds_of[id_].add(name)

    def bearers(self, spoken: str) -> tuple[str, ...]:
        """Return the ids of all whose name this is, or sounds the same by the tables."""
        return tuple(sorted(self._plain.get(key(spoken), ())))

    def possible(self, spoken: str) -> frozenset[str]:
        """Return the ids of all whom anybody might mean by this."""
        return frozenset(self._loose.get(sound(spoken), ())) | frozenset(self.bearers(spoken))

    def only(self, spoken: str, id: str) -> bool:  # noqa: A002
        """Say whether nobody else can be meant, nor was until they left."""
        return self.possible(spoken) == {id}

    def gone(self, spoken: str) -> frozenset[str]:
        """Return the ids of deactivated people and bots of this name."""
        return frozenset(self._gone.get(sound(spoken), ()))

    def gone_as_written(self, spoken: str) -> frozenset[str]:
        """Return the ids of those to whom this very name belonged, or one that sounds the same."""
        return frozenset(self._gone_as_written.get(key(spoken), ()))

    def distances(self, heard: str, id: str, most: int) -> tuple[int, int]:  # noqa: A002
        """Return how many letters the right name, and the next best one, are from what was heard.

        `most` + 1 stands for all that is farther.
        """
        spoken = sound(heard)
        own = (Levenshtein.distance(spoken, name) for name in self._sounds_of.get(id, ()))
        right = min((*own, most + 1))
        # Somebody is near, mostly, and what is near is found sooner than what is far.
        for cutoff in (min(2, most), most):
            other = self._nearest_other(spoken, id, cutoff)
            if other <= cutoff:
                break
        return right, other

    def _nearest_other(self, spoken: str, id: str, most: int) -> int:  # noqa: A002
        """Return how many letters the nearest name that others bear is away, or `most` + 1."""
        lengths = range(len(spoken) - most, len(spoken) + most + 1)
        distances = (
            int(distance)
            for length in lengths
            for name, distance, _ in extract(
                spoken,
                self._sounds.get(length, ()),
                scorer=Levenshtein.distance,
                score_cutoff=most,
                limit=None,
            )
            if self._loose[name] - {id}
        )
        return min((*distances, most + 1))

    def _add_person(self, words: Bank, person: Person) -> None:
        plain = tuple(person_names(person))
        loose = tuple(person_loose_names(words, person))
        if person.reachable:
            self._add(person.id, plain, loose)
        else:
            for name in (*plain, *loose):
                self._gone[sound(name)].add(person.id)
            for name in plain:
                self._gone_as_written[key(name)].add(person.id)

    def _add_channel(self, words: Bank, channel: Conversation) -> None:
        plain = channel_names(words, channel.name)
        self._add(channel.id, plain, channel_loose_names(words, channel.name))

    def _add(self, id: str, plain: Iterable[str], loose: Iterable[str]) -> None:  # noqa: A002
        for name in plain:
            self._plain[key(name)].add(id)
            self._loose[sound(name)].add(id)
        for name in loose:
            self._loose[sound(name)].add(id)


@cache
def truth() -> Truth:
    """Return the truth about the workspace."""
    return Truth(workspace())
