"""What a transcript is played in: an Echo to talk to, and a Slack to write in and look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol


class CannotDo(Exception):
    """This world has no such thing; the message says which one has."""


@dataclass(frozen=True)
class Spoken:
    """What came of an utterance."""

    heard: str
    """What Alexa said, as a person hears it."""
    rejected: str | None = None
    """Why a device would not have spoken the answer."""


@dataclass(frozen=True)
class Post:
    """A message in Slack as people see it."""

    ts: str
    author: str
    """The full name."""
    text: str
    thread_ts: str | None = None
    """Of the message that began the thread, in a message that answers."""


@dataclass(frozen=True)
class Newest:
    """The newest message, and the thread in which an answer to it stands."""

    place: str
    ts: str
    thread_ts: str


@dataclass(frozen=True)
class Reacted:
    """A reaction as people see it; the emoji's name has no colons."""

    author: str
    emoji: str


@dataclass(frozen=True)
class Waiting:
    """A message that Slack is to post at a time, in epoch seconds."""

    id: str
    at: float
    text: str


def newest_of(posts: Iterable[tuple[str, Post]], not_by: str | None = None) -> Newest | None:
    """Return the newest of these messages, each with its place, that somebody else wrote."""
    others = [(post.ts, place, post) for place, post in posts if post.author != not_by]
    if not others:
        return None
    ts, place, post = max(others, key=lambda other: other[:2])
    return Newest(place, ts, post.thread_ts or ts)


class World(Protocol):
    """Places are `#channel`, or `@Person` for the speaker's direct messages with them.

    People are named by first or full name.
    """

    def say(self, utterance: str | None) -> Spoken:
        """Speak to the Echo (None: stay silent until it gives up)."""

    def speak_as(self, voice: str) -> None:
        """Let one of steps.VOICES speak from now on; CannotDo where only the owner can."""

    def posts(self, place: str) -> list[Post]:
        """Return the messages that stand in a place now, oldest first."""

    def newest(self, not_by: str | None = None) -> Newest | None:
        """Return the newest message of all, or of those that somebody else wrote."""

    def write(self, person: str, place: str, text: str, thread_ts: str | None = None) -> str:
        """Write as a person and return the ts."""

    def write_as_bot(
        self, name: str, place: str, text: str, attachment: tuple[str, str] | None
    ) -> str:
        """Write as an integration, with the title and text of an attachment; return the ts."""

    def share(
        self, person: str, place: str, file: str, text: str, thread_ts: str | None = None
    ) -> str:
        """Share a file as a person and return the ts."""

    def make(self, person: str, place: str, shape: Mapping[str, Any]) -> str:
        """Let somebody do what Slack makes a message of this shape of; return its ts."""

    def react(self, person: str, place: str, ts: str, emoji: str) -> None:
        """React to a message."""

    def edit(self, place: str, ts: str, text: str) -> None:
        """Change a message."""

    def delete(self, place: str, ts: str) -> None:
        """Delete a message."""

    def fail(self, fault: str) -> None:
        """Let the next Web API calls fail; ValueError for an unknown way to."""

    def reactions(self, place: str) -> list[Reacted]:
        """Return the reactions that stand in a place, the newest one last."""

    def read_mark(self, place: str) -> str | None:
        """Return the ts up to which the speaker has read a place; None for nothing."""

    def scheduled(self, place: str) -> list[Waiting]:
        """Return what waits to be posted in a place, the next one first."""

    def lose_events(self) -> None:
        """Tell Earshot nothing more of what happens in Slack."""

    def let_events_arrive(self) -> None:
        """Tell Earshot again of what happens from now on."""

    def repeat_events(self) -> None:
        """Deliver the message events of the last ten minutes once more, with new ids."""

    def archive(self, place: str) -> None:
        """Archive a channel."""

    def revoke(self) -> None:
        """Take the speaker's token back."""

    def relink(self) -> None:
        """Give Earshot a new token."""

    def settle(self) -> None:
        """Let everything happen that is due now."""

    def advance(self, seconds: float) -> None:
        """Let time pass; CannotDo where the clock is everybody's."""
