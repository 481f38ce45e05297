"""How far a long message was spoken that has to be told in parts."""

from dataclasses import dataclass, replace
from typing import ClassVar


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
class OffsetStep:
    """One answer's way through a long message."""

    before: MessageOffset
    after: MessageOffset
