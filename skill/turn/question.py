"""The questions that may be open between two turns, and what is remembered of one."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any, NamedTuple

from postbox.frozen import Frozen
from skill.speech.said import Said, from_plain, to_plain

QUESTION = "question"
"""The session attribute that holds the open question."""

DRAFT = "draft"
"""Under this name a question remembers the message in the making."""

Slot = tuple[str, str]
"""An intent and its slot."""

MESSAGE_SLOT: Slot = ("SendMessageIntent", "message")
MORE_SLOT: Slot = ("AddToMessageIntent", "message")
RECIPIENT_SLOT: Slot = ("RecipientIntent", "recipient")
WHEN_SLOT: Slot = ("ScheduleIntent", "message")
SAID_SLOT: Slot = ("CorrectionIntent", "said")
"""Takes what fits no sentence, where nothing else is likelier: it is of what was sent, or asked."""
BARE_SLOT = "bare"
"""The slot of the same intent for whole messages that begin as no sentence of the model does."""


class Pending(StrEnum):
    """The questions that may be open between two turns."""

    NOTHING = ""
    """None, or only whether there is anything else."""
    MESSAGE = "message"
    THESE_WORDS = "these words"
    """Whether words that may be something else are the message."""
    WHOM = "whom"
    WHICH = "which"
    WHICH_TAUGHT = "which taught"
    CONFIRM = "confirm"
    MOVE = "move"
    """Whether to take back what was just sent, and to send it to somebody else."""
    UNSEND = "unsend"
    """Whether to take back what was just sent."""
    WHEN = "when"
    SEND_AGAIN = "send again"
    CHANGE_SENT = "change sent"
    EMOJI = "emoji"
    WHICH_SCHEDULED = "which scheduled"
    MORE = "more"
    WHICH_TO_HEAR = "which to hear"
    WHICH_OF_DIGEST = "which of the digest"
    FURTHER_BACK = "further back"
    CODE = "code"
    """Which four digits let this voice in."""
    NEW_CODE = "new code"
    """Which four digits are to be asked for."""
    WHICH_WORKSPACE = "which workspace"
    LEAVE = "leave"
    """Whether the account is to be unlinked."""


FREE = frozenset({Pending.NOTHING, Pending.MORE, Pending.FURTHER_BACK})
"""Questions at which nothing else is likelier than a request."""


class Matter(NamedTuple):
    """What a question is about."""

    id: str = ""
    """Tells it from others of its session."""
    has_words: bool = False
    """Whether there are words that would be lost with it."""


NO_MATTER = Matter()


class Question(Frozen):
    """Something asked, and what to remember until it is answered."""

    pending: Pending
    reprompt: Said
    """Said after eight seconds of silence."""
    remember: Mapping[str, Any] = field(default_factory=dict)
    elicits: Slot | None = None
    """The intent and slot that the very next words fill."""

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values, for the session."""
        return {
            "pending": str(self.pending),
            "reprompt": to_plain(self.reprompt),
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
            reprompt=from_plain(plain["reprompt"]),
            remember=plain["remember"],
            elicits=(elicits[0], elicits[1]) if elicits else None,
        )
