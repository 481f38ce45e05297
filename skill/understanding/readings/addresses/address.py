"""Words of a phrase that name whom a message is for. Pure."""

from dataclasses import dataclass

from skill.understanding.names.candidate import (
    Candidate,
    Kind,
)
from skill.understanding.names.resolution import Certainty, Resolution

_LIST = 0.8
"""What a list of names fits better than its worst."""


@dataclass(frozen=True)
class Address:
    """Words that name whom a message is for."""

    resolutions: tuple[Resolution, ...]
    start: int
    end: int
    fit: float
    """How well the names fit; 4 and more is written so."""
    explicit: bool = False
    """Whether it was said what it is: "the ... channel", "hash ...", "the group with ..."."""
    is_everyone: bool = False
    """Whether it is everybody, which is no conversation's name."""
    is_guessed: bool = False
    """Whether what stands before it, and is left out, may be the text's."""
    is_split: bool = False
    """Whether a group message was asked for that there is not: each would get one of their own."""

    @property
    def is_known(self) -> bool:
        """Whether every name means somebody."""
        return bool(self.resolutions) and all(
            resolution.certainty is not Certainty.UNKNOWN for resolution in self.resolutions
        )

    @property
    def is_certain(self) -> bool:
        """Whether every name means one beyond doubt."""
        return bool(self.resolutions) and all(
            resolution.certainty is Certainty.CERTAIN for resolution in self.resolutions
        )

    @property
    def least_score(self) -> float:
        """The score of the name that fits worst."""
        return min((resolution.best_score for resolution in self.resolutions), default=0.0)

    @property
    def people(self) -> tuple[Candidate, ...]:
        """The likeliest of each name."""
        return tuple(
            resolution.candidates[0] for resolution in self.resolutions if resolution.candidates
        )

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the likeliest."""
        return frozenset(candidate.id for candidate in self.people)

    @property
    def is_public(self) -> bool:
        """Whether a channel is among them."""
        return any(candidate.kind is Kind.CHANNEL for candidate in self.people)


def together(items: tuple[Address, ...]) -> Address:
    """Return several as one list, each recipient once."""
    if len(items) == 1:
        return items[0]
    resolutions: list[Resolution] = []
    seen: set[str] = set()
    for resolution in (one for address in items for one in address.resolutions):
        certain = resolution.certainty is Certainty.CERTAIN
        if certain and resolution.candidates[0].id in seen:
            continue
        if certain:
            seen.add(resolution.candidates[0].id)
        resolutions.append(resolution)
    fits = [address.fit for address in items]
    fit = min(fits) + _LIST + (sum(fits) / len(fits) - min(fits)) / 2
    explicit = any(address.explicit for address in items)
    return Address(tuple(resolutions), items[0].start, items[-1].end, fit, explicit)


def has_person(address: Address) -> bool:
    """Whether somebody is among them, beside channels."""
    return any(candidate.kind is not Kind.CHANNEL for candidate in address.people)
