"""What a transcript is played in: an Echo to talk to, and a Slack to write in and look at."""

from dataclasses import dataclass
from typing import Protocol


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


class World(Protocol):
    """Places are `#channel`, or `@Person` for the speaker's direct messages with them.

    People are named by first or full name.
    """

    def say(self, utterance: str | None) -> Spoken:
        """Speak to the Echo (None: stay silent until it gives up)."""

    def posts(self, place: str) -> list[Post]:
        """Return the messages that stand in a place now, oldest first."""

    def newest(self) -> tuple[str, str] | None:
        """Return the place and ts of the newest message of all."""

    def write(self, person: str, place: str, text: str, thread_ts: str | None = None) -> str:
        """Write as a person and return the ts."""

    def edit(self, place: str, ts: str, text: str) -> None:
        """Change a message."""

    def delete(self, place: str, ts: str) -> None:
        """Delete a message."""

    def fail(self, fault: str) -> None:
        """Let the next Web API calls fail; ValueError for an unknown way to."""

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
