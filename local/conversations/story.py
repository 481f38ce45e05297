"""What is known while a transcript is played."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from local.conversations.world import Post, Spoken, World


class Differs(Exception):
    """A line that does not hold; carries what came instead."""


@dataclass(frozen=True)
class Written:
    """A message that a person wrote in this transcript."""

    person: str
    place: str
    ts: str


@dataclass
class Story:
    """A transcript under way in a world."""

    world: World
    zone: ZoneInfo
    heard: Spoken | None = None
    checked: set[str] = field(default_factory=set)
    """By ts, which no two messages of a workspace share, or by the id of what is scheduled."""
    written: list[Written] = field(default_factory=list)

    def standing(self, place: str) -> list[Post]:
        """Return the messages in a place, once everything due has happened."""
        self.world.settle()
        return self.world.posts(place)

    def unchecked(self, place: str) -> list[Post]:
        """Return those that were not checked yet."""
        return [post for post in self.standing(place) if post.ts not in self.checked]

    def last_of(self, person: str) -> Written:
        """Return the newest message of a person in this transcript."""
        for written in reversed(self.written):
            if written.person == person:
                return written
        raise Differs(f"{person} wrote nothing before this line")

    def keep(self, person: str, place: str, ts: str) -> None:
        """Remember what a person wrote: it counts as checked."""
        self.written.append(Written(person, place, ts))
        self.checked.add(ts)


Takes = Callable[[Story, Any], None]
"""Takes a step of its kind, and raises Differs where it does not hold."""
