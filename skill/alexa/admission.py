"""Whether a request is let in, and as whose; what it says of that is read from the raw event.

ask-sdk's model lacks part of it.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from skill.speech.keys import Key
from skill.turn.speaking import Speaking


class Admitted(NamedTuple):
    """Somebody who may speak as a link."""

    link_id: str
    speaking: Speaking | None = None
    """None where Earshot has one owner and no accounts."""


class Refusal(NamedTuple):
    """What is said to who may not."""

    why: Key
    links: bool = False
    """Whether a card in the Alexa app leads to account linking."""
    goes_on: bool = False
    """Whether the session, which is somebody else's, stays open for them."""


class SpeakerGuard(Protocol):
    """Knows who may speak."""

    def admit(self, event: Mapping[str, Any], *, spoken: bool) -> Admitted | Refusal:
        """Let a request in, or not. Only what was spoken is remembered of anybody.

        Raises MailboxUnavailable.
        """


def part_of(value: Any, *names: str) -> Mapping[str, Any]:
    """Return what stands under these names, one in the other; nothing where there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def text_in(value: Any) -> str | None:
    """Return a text that is not empty, else None."""
    return value if isinstance(value, str) and value else None


def user_in(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a request says of the Alexa account."""
    return part_of(event, "context", "System", "user") or part_of(event, "session", "user")


def person_in(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a request says of the voice that Alexa recognized."""
    return part_of(event, "context", "System", "person")


def names_person(event: Mapping[str, Any]) -> bool:
    """Whether a voice was recognized; one that nothing else is said of was, too."""
    return "person" in part_of(event, "context", "System")


def goes_on(event: Mapping[str, Any]) -> bool:
    """Whether a request is not the first one of its session."""
    return part_of(event, "session").get("new") is False
