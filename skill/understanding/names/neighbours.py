"""Sounds that differ by one consonant, found without looking at all of them. Pure."""

from collections.abc import Iterable
from functools import cached_property

_SHORTEST = 3
"""With fewer consonants nearly everything would be a neighbour."""


class Neighbours:
    """Skeletons (names/sounds.py) by what is left when one consonant is taken out."""

    def __init__(self, skeletons: Iterable[str]) -> None:
        """Know these skeletons."""
        self._skeletons = skeletons

    def of(self, skeleton: str) -> list[str]:
        """Return the known skeletons one insertion, deletion or change away, and itself."""
        if len(skeleton) < _SHORTEST:
            return [skeleton]
        shorter = _without_one(skeleton)
        found = dict.fromkeys([skeleton, *shorter])
        for each in (skeleton, *shorter):
            found.update(dict.fromkeys(self._longer.get(each, ())))
        return list(found)

    @cached_property
    def _longer(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for skeleton in self._skeletons:
            if len(skeleton) >= _SHORTEST:
                for each in _without_one(skeleton):
                    found.setdefault(each, []).append(skeleton)
        return found


def _without_one(skeleton: str) -> list[str]:
    return list(dict.fromkeys(skeleton[:at] + skeleton[at + 1 :] for at in range(len(skeleton))))
