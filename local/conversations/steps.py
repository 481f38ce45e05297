"""What the lines of a transcript mean (docs/conversations.md tells how they are written)."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

VOICES = (
    "the owner",
    "another account",
    "a recognized voice",
    "another recognized voice",
    "an unrecognized voice",
)
"""The account that spoke first, another one, and voices of the first account."""
DEFAULT_PEOPLE = ("Giselle", "Kevin Park", "Ana Lima")
DEFAULT_CHANNELS = ("general", "random")


@dataclass(frozen=True)
class Setting:
    """The workspace in which a conversation happens, and who speaks to Alexa."""

    people: tuple[str, ...] = DEFAULT_PEOPLE
    speaker: str = DEFAULT_PEOPLE[0]
    channels: tuple[str, ...] = DEFAULT_CHANNELS
    default_channel: str = DEFAULT_CHANNELS[0]
    locale: str = "en-US"
    deactivated: tuple[str, ...] = ()
    """Those of the people who have left."""
    bots: tuple[str, ...] = ()
    """Those of the people who are none."""
    timezone: str = ""
    """The speaker's, as in "America/New_York"; in Slack and at the Echo."""
    linked: tuple[str, ...] = ()
    """Who linked their own Slack in the Alexa app, in a household that shares an Echo; nobody where
    Earshot has one owner. The Amazon account is the first one's."""
    workspaces: tuple[tuple[str, str], ...] = ()
    """The workspaces of the first one's account, and as which of the people; one where empty."""
    pins: tuple[tuple[str, str], ...] = ()
    """Who set a PIN in their Alexa profile; where anybody did, Earshot takes it for the code."""
    clock: str = ""
    """When the story begins there, as in "2026-11-20 16:30"."""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which times are told."""
        return ZoneInfo(self.timezone or "UTC")

    @property
    def begins_at(self) -> float | None:
        """When the story begins, in epoch seconds; None for any time."""
        if not self.clock:
            return None
        return datetime.fromisoformat(self.clock).replace(tzinfo=self.zone).timestamp()


@dataclass(frozen=True)
class Step:
    """One line; `number` counts from 1 and `line` is the text as written."""

    number: int
    line: str


@dataclass(frozen=True)
class Say(Step):
    """The speaker says something to Alexa; None is silence."""

    utterance: str | None


@dataclass(frozen=True)
class SpeakAs(Step):
    """Who speaks from here on."""

    voice: str
    """One of VOICES, or the full name of one of the people whose voice Alexa recognizes."""


@dataclass(frozen=True)
class Hear(Step):
    """What Alexa is expected to have said."""

    expected: str


@dataclass(frozen=True)
class SeePost(Step):
    """The next message in a place that was not checked yet."""

    place: str
    author: str
    expected: str


@dataclass(frozen=True)
class SeeNothing(Step):
    """No message in a place is left unchecked."""

    place: str


@dataclass(frozen=True)
class Write(Step):
    """A person writes in Slack; to the place, or as an answer in the newest message's thread.

    Of several messages each has its number where the text says {n}.
    """

    person: str
    place: str | None
    text: str
    times: int = 1


@dataclass(frozen=True)
class Edit(Step):
    """A person gives their newest message another text."""

    person: str
    text: str


@dataclass(frozen=True)
class Delete(Step):
    """A person deletes their newest message."""

    person: str


@dataclass(frozen=True)
class Fail(Step):
    """Slack behaves badly at the next calls."""

    fault: str


@dataclass(frozen=True)
class Archive(Step):
    """A person archives a channel."""

    person: str
    place: str


@dataclass(frozen=True)
class Revoke(Step):
    """Slack stops accepting the speaker's token."""


@dataclass(frozen=True)
class Relink(Step):
    """The speaker gives Earshot a new token."""


@dataclass(frozen=True)
class Later(Step):
    """Time passes; queues and schedules run."""

    seconds: float


@dataclass(frozen=True)
class Transcript:
    """A whole conversation."""

    setting: Setting = field(default_factory=Setting)
    steps: tuple[Step, ...] = ()
