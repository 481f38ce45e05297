"""What narrows what is asked for: a place, a stretch of time, a subject. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from postbox.directory.names.words import words
from postbox.inbox.message import InboxMessage
from skill.speech.phrases import Phrases

_STEM = 4
"""So many letters of two words must be the same, and all of the shorter one but its ending."""
_ENDING = 3


@dataclass(frozen=True)
class Within:
    """Only what fits all that is given here."""

    place: str = ""
    """A conversation's id."""
    place_name: str = ""
    since: str = ""
    """A ts; what is older is left out."""
    until: str = ""
    when: str = ""
    """The stretch as it is told: "since noon"."""
    subject: tuple[str, ...] = ()
    """Words, folded; one of them must be in a message."""
    about: str = ""
    """The subject as it was said; "" where nobody said it so."""
    least: int = 1
    """So many of the words have to be there."""

    def __bool__(self) -> bool:
        """Whether anything is narrowed."""
        return bool(self.place or self.since or self.until or self.subject)

    def takes(self, message: InboxMessage) -> bool:
        """Whether a message fits."""
        if self.place and message.conversation_id != self.place:
            return False
        if message.ts < self.since or (self.until and message.ts >= self.until):
            return False
        return not self.subject or _spoken_of(message, self.subject) >= self.least

    def ends_before(self, ts: str) -> bool:
        """Whether nothing from there on can fit."""
        return bool(self.until) and ts >= self.until

    def said(self, phrases: Phrases, *, with_place: bool = True) -> str:
        """Return it in words: "in design since noon"; "" for nothing."""
        where = phrases.plain("within_place", name=self.place_name) if self.place else ""
        about = phrases.plain("within_subject", subject=self.about) if self.about else ""
        return " ".join(filter(None, [where if with_place else "", about, self.when]))

    def plain(self) -> list[Any]:
        """Return it as JSON values."""
        return [
            self.place, self.place_name, self.since, self.until, self.when,
            list(self.subject), self.about, self.least,
        ]  # fmt: skip

    @classmethod
    def from_plain(cls, plain: Any) -> "Within":
        """Take up what `plain` returned."""
        place, place_name, since, until, when, subject, about, least = plain
        return cls(place, place_name, since, until, when, tuple(subject), about, least)


ANYTHING = Within()


def folded(said: str, beside: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the words of a subject by which it is found, less those that say nothing of it."""
    found = [word.spoken for word in words(said)]
    return tuple(word for word in found if word not in set(beside)) or tuple(found)


def _spoken_of(message: InboxMessage, subject: Iterable[str]) -> int:
    """Return how many words of a subject a message has."""
    found = {word.spoken for word in words(message.text or message.content or "")}
    return sum(any(_is_alike(one, other) for other in found) for one in subject)


def _is_alike(one: str, other: str) -> bool:
    """Whether two words are one but for their endings: "builds", "building"."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    kept = max(_STEM, len(shorter) - _ENDING)
    is_near = len(longer) - len(shorter) <= _ENDING
    return len(shorter) >= _STEM and is_near and shorter[:kept] == longer[:kept]
