"""What happens in Slack beside writing, and what can be seen there beside messages."""

from dataclasses import dataclass

from local.conversations.steps import Step


@dataclass(frozen=True)
class React(Step):
    """A person reacts to the newest message that is not their own; the emoji has no colons."""

    person: str
    emoji: str


@dataclass(frozen=True)
class Share(Step):
    """A person shares a file, with a text or without; the place is that of Write."""

    person: str
    place: str | None
    file: str
    text: str = ""


@dataclass(frozen=True)
class Make(Step):
    """A person does what Slack tells of in a shape of its own; the place is that of Write."""

    person: str
    place: str | None
    shape: str
    """One of SHAPES."""


@dataclass(frozen=True)
class WriteAsBot(Step):
    """An integration without a user writes; an attachment is a title and a text."""

    name: str
    place: str
    text: str
    attachment: tuple[str, str] | None = None


@dataclass(frozen=True)
class SeeNow(Step):
    """How the newest message in a place stands now, checked before or not."""

    place: str
    author: str
    expected: str


@dataclass(frozen=True)
class SeeGone(Step):
    """No message with this text stands in a place."""

    place: str
    expected: str


@dataclass(frozen=True)
class SeeReaction(Step):
    """The newest reaction in a place; without an author no reaction stands there."""

    place: str
    author: str | None
    emoji: str = ""


@dataclass(frozen=True)
class SeeRead(Step):
    """Up to which message the speaker has read a place; None for none."""

    place: str
    expected: str | None


@dataclass(frozen=True)
class SeeScheduled(Step):
    """The next scheduled message in a place that was not checked yet, with its local time.

    The time is "17:00" or "2026-11-21 09:00". Without one nothing waits there to be posted.
    """

    place: str
    at: str | None
    expected: str = ""


@dataclass(frozen=True)
class LoseEvents(Step):
    """What happens in Slack from now on is not told to Earshot."""


@dataclass(frozen=True)
class LetEventsArrive(Step):
    """What happens in Slack is told again; what happened meanwhile is lost."""


@dataclass(frozen=True)
class RepeatEvents(Step):
    """Slack delivers the message events of the last ten minutes once more."""
