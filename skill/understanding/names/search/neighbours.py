"""Sounds that differ by one consonant, found without looking at all of them. Pure."""

from collections.abc import Iterable
from functools import cached_property, lru_cache

_SHORTEST = 3
"""With fewer consonants nearly everything would be a neighbour."""


class Neighbours:
    """Skeletons of sounds (names.ear.skeleton), and which stand next to each other."""

    def __init__(self, skeletons: Iterable[str]) -> None:
        """Know these skeletons; they are gone through when the first one is looked up."""
        self._skeletons = skeletons
        self.of = lru_cache(maxsize=8192)(self._of)

    def _of(self, skeleton: str) -> list[str]:
        """Return the skeleton, and the known ones that one step makes of it.

        A step adds or removes a consonant, or removes one and adds one anywhere.
        """
        if len(skeleton) < _SHORTEST:
            return [skeleton]
        shorter = _without_one(skeleton)
        found = dict.fromkeys(
            [skeleton, *(variant for variant in shorter if variant in self._known)]
        )
        for variant in (skeleton, *shorter):
            found.update(dict.fromkeys(self._with_one_more(variant)))
        return list(found)

    def _with_one_more(self, skeleton: str) -> list[str]:
        if len(skeleton) + 1 < _SHORTEST:
            return []
        known = self._known
        halves = [(skeleton[:at], skeleton[at:]) for at in range(len(skeleton) + 1)]
        return [
            longer
            for start, end in halves
            for consonant in self._consonants
            if (longer := f"{start}{consonant}{end}") in known
        ]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._skeletons)

    @cached_property
    def _consonants(self) -> frozenset[str]:
        return frozenset("".join(self._known))


def _without_one(skeleton: str) -> list[str]:
    return list(dict.fromkeys(skeleton[:at] + skeleton[at + 1 :] for at in range(len(skeleton))))
