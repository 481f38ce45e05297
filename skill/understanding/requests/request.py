"""What a request to hear asks for."""

from dataclasses import dataclass, field
from enum import StrEnum


class RequestKind(StrEnum):
    """What is wanted."""

    NEW = "new"
    REPLIES = "replies"
    """What was said to the speaker: answers, direct messages."""
    MENTIONS = "mentions"
    FROM = "from"
    """Of one person or one place."""
    COUNT = "count"
    """How much, from whom, where."""
    LAST = "last"
    EARLIER = "earlier"
    CATCH_UP = "catch up"
    NEXT = "next"
    AGAIN = "again"
    SENT = "sent"
    """What the speaker sent, to whom, when."""
    DELIVERED = "delivered"
    WHO = "who"
    """Who wrote what was read last."""
    WHEN = "when"
    """When that was written."""
    SLOWER = "slower"
    FASTER = "faster"


@dataclass(frozen=True)
class Limits:
    """What narrows a request, in the words that said it; "" for what does not."""

    place: str = ""
    """Where a person wrote: "kevin in design"."""
    time: str = ""
    """When it was written: "since lunch"."""
    about: str = ""
    """What is in it: "the build"."""

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.place or self.time or self.about)


EVERYTHING = Limits()


@dataclass(frozen=True)
class HearRequest:
    """A request all of whose words are accounted for."""

    kind: RequestKind
    name: str = ""
    """The person or the place, as it was said; "" for none."""
    amount: int | None = None
    """How many of the last ones."""
    limits: Limits = EVERYTHING
    leads: str = field(default="", compare=False)
    """What leads to the name: "in", "from", ..."""
    is_of_people: bool = field(default=False, compare=False)
    """Whether it asks who."""
