"""One turn of a conversation: what was asked, and what is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from skill.alexa.device import Device
from skill.speech.phrases import Phrases

QUESTION = "question"
"""The session attribute that holds the open question."""

LASTING = ("reading",)
"""What stays remembered through turns that have nothing to do with it."""


class Pending(StrEnum):
    """The questions that may be open between two turns."""

    NOTHING = ""
    """None, or only whether there is anything else."""
    MESSAGE = "message"
    WHOM = "whom"
    WHICH = "which"
    WHICH_TAUGHT = "which taught"
    CONFIRM = "confirm"
    WHEN = "when"
    SEND_AGAIN = "send again"
    CHANGE_SENT = "change sent"
    EMOJI = "emoji"
    WHICH_SCHEDULED = "which scheduled"
    MORE = "more"
    WHICH_TO_HEAR = "which to hear"
    WHICH_OF_DIGEST = "which of the digest"


@dataclass(frozen=True)
class Question:
    """Something asked, and what to remember until it is answered."""

    pending: Pending
    reprompt: str
    """SSML, said after eight seconds of silence."""
    remember: Mapping[str, Any] = field(default_factory=dict)
    elicits: tuple[str, str] | None = None
    """The intent and slot that the very next words fill."""

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values, for the session."""
        return {
            "pending": str(self.pending),
            "reprompt": self.reprompt,
            "remember": dict(self.remember),
            "elicits": list(self.elicits) if self.elicits else None,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Question | None":
        """Take up what `plain` returned; None where it is of no known kind."""
        if plain["pending"] not in set(Pending):
            return None
        elicits = plain["elicits"]
        return cls(
            pending=Pending(plain["pending"]),
            reprompt=plain["reprompt"],
            remember=plain["remember"],
            elicits=(elicits[0], elicits[1]) if elicits else None,
        )


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

    @cached_property
    def question(self) -> Question | None:
        """The question that the last answer asked, if it is one of those that may be open."""
        plain = self.attributes.get(QUESTION)
        found = Question.from_plain(plain) if plain else None
        return found if found and found.pending else None

    @property
    def pending(self) -> Pending:
        """What is asked by the open question."""
        return self.question.pending if self.question else Pending.NOTHING

    def remembered(self, key: str) -> Any:
        """Return what the open question, else the session, remembers under this name, or None."""
        if self.question and key in self.question.remember:
            return self.question.remember[key]
        return self.attributes.get(key)

    @property
    def is_one_shot(self) -> bool:
        """Whether it was said in one breath ("ask Slack for replies"), not in an open session."""
        return self.opens_session and not self.is_launch


@dataclass(frozen=True)
class Reply:
    """What to say. Speech is SSML."""

    speech: str
    question: Question | None = None
    ends: bool = False
    """Whether the session ends even if it was open; a question keeps it open."""
    speaks_of: frozenset[str] = frozenset()
    """The ids of messages whose fate the speech itself tells."""
    settles: bool = False
    """Whether it tells what became of the message that the open question was about."""
    remember: Mapping[str, Any] = field(default_factory=dict)
    """What the session remembers whatever is asked."""
