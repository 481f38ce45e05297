"""What a speaker has heard: facts, kept where both sides can read them.

A message is *unheard* by a link when it came after the link's position, or late, and no answer
spoke it. Every spoken message leaves a mark, so that nothing is spoken twice; the position is the
low-water mark below which no marks need to be looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from postbox.inbox.message import START, AttentionReason

EVERYWHERE = "*"
"""In place of a conversation's id: the position below which no conversation has anything new."""


@dataclass(frozen=True)
class Position:
    """How far one link has read one conversation, or EVERYWHERE all of them."""

    VERSION: ClassVar[int] = 1

    link_id: str
    team_id: str
    conversation_id: str
    seen_until: str = START
    """The speaker has read up to here elsewhere, or said so: also what comes late is read."""
    heard_until: str = START
    """What was in the inbox up to here was spoken."""
    marked_until: str = START
    """Up to here Slack was told that it is read."""
    revision: int = 0
    """Grows with every write; a write names the revision that it follows."""

    @property
    def read_until(self) -> str:
        """What came in time, up to here, is not unheard."""
        return max(self.seen_until, self.heard_until)


@dataclass(frozen=True)
class Used:
    """One message that an answer used up: spoken, or passed over since it is gone or read."""

    VERSION: ClassVar[int] = 1

    team_id: str
    conversation_id: str
    ts: str
    thread_ts: str | None = None
    reason: AttentionReason | None = None
    """Of the attention that it had."""
    is_late: bool = False
    """Whether it was marked as late."""
    is_spoken: bool = True
    is_partly: bool = False
    """Only a part of a long message was spoken: it stays unheard."""

    @property
    def was_told(self) -> bool:
        """Whether the answer spoke of it at all."""
        return self.is_spoken or self.is_partly


@dataclass(frozen=True)
class MessageOffset:
    """Where a link is in one long message."""

    VERSION: ClassVar[int] = 1

    conversation_id: str
    ts: str
    edited_ts: str | None = None
    """Which of its edits was spoken."""
    said: int = 0
    """So many characters of the message in words; 0: it is not begun, or was heard to its end."""
    digest: str = ""
    """Of these characters: whether it would still be told in the same words."""

    @property
    def at_the_beginning(self) -> "MessageOffset":
        """The same message before a word of it."""
        return replace(self, edited_ts=None, said=0, digest="")


@dataclass(frozen=True)
class Answer:
    """The last answer that read messages aloud, so that it can be repeated or taken back."""

    VERSION: ClassVar[int] = 2

    link_id: str
    request_id: str
    session_id: str
    said: tuple[Any, ...]
    """Of the messages: sentences by their keys with what fills them, as JSON values."""
    answered_at: float = 0.0
    used: tuple[Used, ...] = ()
    """What the answer used up."""
    again: tuple[Used, ...] = ()
    """What it told that had been heard before."""
    positions: tuple[Position, ...] = ()
    """The positions that it moved, as they were before."""
    message_offsets: tuple[MessageOffset, ...] = ()
    """How far it found the long messages that it told a part of."""
    hint: tuple[Any, ...] = ()
    """Sentences behind the messages: what is next, or that it was all."""
    asks: bool = False
    """Whether the hint awaits an answer."""
    taken_back: bool = False

    @classmethod
    def upgraded(cls, record: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a record of version 1, which kept words, as one of this version."""
        words = {"said": record.get("text"), "hint": record.get("hint")}
        return {**record, **{name: _as_sentences(text) for name, text in words.items()}}


@dataclass(frozen=True)
class OffsetStep:
    """One answer's way through a long message."""

    before: MessageOffset
    after: MessageOffset


def _as_sentences(text: Any) -> list[Any]:
    return [["as_is", {"text": text}, 100]] if text else []
