"""What the words of a request are. Pure."""

from dataclasses import dataclass, field
from functools import cached_property

from skill.understanding.requests.chunks import Part
from skill.understanding.requests.request import EVERYTHING, Limits


@dataclass
class Parts:
    """What the words of a phrase are."""

    said: list[Part] = field(default_factory=list)
    """The parts that say what is wanted, in their order."""
    name: str = ""
    leads: str = ""
    """What the name was taken for: "from", "in", "subject", "object", "owner"."""
    is_narrowed: bool = False
    """Whether it says since when, about what, or what it is that was written."""
    limits: Limits = EVERYTHING
    amount: int | None = None

    @cached_property
    def tags(self) -> frozenset[str]:
        """Everything that the words may be."""
        return frozenset(tag for part in self.said for tag in part.tags)
