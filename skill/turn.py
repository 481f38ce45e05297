"""One turn of a conversation: what was asked, and what is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from skill.device import Device
from skill.speech.phrases import Phrases


@dataclass(frozen=True)
class Turn:
    """A request, as far as answering it needs to know."""

    request_id: str
    session_id: str
    spoken_at: float
    """When Alexa heard it, in epoch seconds; the same in a repeated request."""
    phrases: Phrases
    link_id: str
    opens_session: bool
    """Whether this is the first request of its session."""
    is_launch: bool = False
    slots: Mapping[str, str] = field(default_factory=dict)
    """Values by slot name; slots that were not filled are absent."""
    resolved_ids: frozenset[str] = frozenset()
    """Ids that Alexa's entity resolution found in the slots: a vote, not a verdict."""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    """What the last answer of the session left to remember."""
    received_at: float = 0.0
    """When it came in here, in epoch seconds."""
    device: Device | None = None
    """The Echo that heard it, where Alexa tells of it."""

    @property
    def locale(self) -> str:
        """The locale whose words are spoken."""
        return self.phrases.locale

    @property
    def pending(self) -> str | None:
        """The question that the last answer asked, if any."""
        return self.attributes.get("pending")

    @property
    def is_composing(self) -> bool:
        """Whether a question about a message in the making is open."""
        return self.pending in _COMPOSING

    @property
    def is_one_shot(self) -> bool:
        """Whether it was said in one breath ("ask Slack for replies"), not in an open session."""
        return self.opens_session and not self.is_launch


@dataclass(frozen=True)
class Question:
    """Something asked, and what to remember until it is answered."""

    pending: str
    reprompt: str
    """SSML, said after eight seconds of silence."""
    remember: Mapping[str, Any] = field(default_factory=dict)
    elicits: tuple[str, str] | None = None
    """The intent and slot that the very next words fill."""


@dataclass(frozen=True)
class Reply:
    """What to say. Speech is SSML."""

    speech: str
    question: Question | None = None
    ends: bool = False
    """Whether the session ends even if it was open; a question keeps it open."""
    speaks_of: frozenset[str] = frozenset()
    """The ids of messages whose fate the speech itself tells."""
    remember: Mapping[str, Any] = field(default_factory=dict)
    """What the session remembers whatever is asked."""


MESSAGE = "message"
WHOM = "whom"
WHICH = "which"
CONFIRM = "confirm"
SEND_AGAIN = "send again"
MORE = "more"
EMOJI = "emoji"
CHANGE_SENT = "change sent"
WHEN = "when"
WHICH_SCHEDULED = "which scheduled"
WHICH_TO_HEAR = "which to hear"
WHICH_OF_DIGEST = "which of the digest"
TO_HEAR = frozenset({WHICH_TO_HEAR, WHICH_OF_DIGEST})
"""Questions whose answer names what is to be heard."""

LASTING = ("reading",)
"""What stays remembered through turns that have nothing to do with it."""

_COMPOSING = frozenset({MESSAGE, WHOM, WHICH, CONFIRM, WHEN})
UNSENT = _COMPOSING | {SEND_AGAIN}
"""Questions that leave something unsent when they go without an answer."""
