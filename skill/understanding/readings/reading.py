"""One way to read a dictated phrase: what each of its words is for. Pure data."""

from dataclasses import dataclass, replace
from enum import StrEnum

from skill.understanding.indirect.hearers import Speech
from skill.understanding.names.resolution import Certainty
from skill.understanding.readings.addresses.address import Address


class Role(StrEnum):
    """What a word is for."""

    TEXT = "text"
    ADDRESS = "address"
    CARRIER = "carrier"
    """ "tell", "a message to", "saying": it leads to a recipient or a text."""
    MANNER = "manner"
    FILLER = "filler"
    CORRECTED = "corrected"
    """Taken back by the speaker, and the words that did so."""
    MENTION = "mention"
    COMMAND = "command"


Run = tuple[int, int]
"""Words from one to before another."""
Marks = tuple[tuple[int, int, Role], ...]


@dataclass(frozen=True)
class Part:
    """One message of a reading."""

    address: Address | None
    """None for the default conversation."""
    runs: tuple[Run, ...]
    """The text: runs of words, in their order."""
    speech: Speech = Speech.TELL
    names_behind: bool = False
    is_private: bool = False
    """Whether it was said that nobody else is to read it."""


@dataclass(frozen=True)
class Reading:
    """One way to read a phrase."""

    parts: tuple[Part, ...]
    marks: Marks
    """What the words are for that no part's text or address has."""
    evidence: tuple[tuple[str, float], ...] = ()
    """What speaks for it and against it, in points."""
    is_doubtful: bool = False
    """Whether what names the recipient could as well be part of the text."""

    @property
    def score(self) -> float:
        """What all evidence comes to."""
        return round(sum(points for _, points in self.evidence), 3)

    @property
    def certainty(self) -> Certainty:
        """How sure its names are, all together."""
        addresses = [part.address for part in self.parts if part.address]
        if any(not address.is_known for address in addresses):
            return Certainty.UNKNOWN
        certain = all(address.is_certain for address in addresses) and not self.is_doubtful
        return Certainty.CERTAIN if certain else Certainty.DOUBTFUL

    def weighed(self, *evidence: tuple[str, float]) -> "Reading":
        """Return the reading with more evidence."""
        return replace(self, evidence=(*self.evidence, *evidence))

    def marked(self, *marks: tuple[int, int, Role]) -> "Reading":
        """Return the reading with more words accounted for."""
        kept = tuple(mark for mark in marks if mark[0] < mark[1])
        return replace(self, marks=(*self.marks, *kept))

    def roles(self, number: int) -> tuple[Role | None, ...]:
        """Return what each of the phrase's words is for; None where a word is left over."""
        found: list[Role | None] = [None] * number
        for part in self.parts:
            for start, end in part.runs:
                found[start:end] = [Role.TEXT] * (end - start)
            if part.address:
                length = part.address.end - part.address.start
                found[part.address.start : part.address.end] = [Role.ADDRESS] * length
        for start, end, role in self.marks:
            found[start:end] = [role] * (end - start)
        return tuple(found)
