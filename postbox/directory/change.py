"""One thing that Slack told of a person or a conversation. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class ChangeKind(StrEnum):
    """What is told of."""

    PERSON = "person"
    """A member as they are now."""
    NAME = "name"
    """A conversation has another name."""
    GONE = "gone"
    """Nothing can be written there any more: archived, deleted, or left by the speaker."""
    UNKNOWN = "unknown"
    """A conversation that the speaker may write to now; only a listing tells all about it."""
    MOVED = "moved"
    """A conversation has another id, its new one in place of the name."""
    BOT = "bot"
    """An integration wrote that says nothing of itself but its id."""

    @property
    def aspect(self) -> str:
        """Which side of its person or conversation it is about: of each, the newest counts."""
        return "standing" if self in {ChangeKind.GONE, ChangeKind.UNKNOWN} else self.value


@dataclass(frozen=True)
class DirectoryChange:
    """One person or conversation, changed."""

    VERSION: ClassVar[int] = 1

    team_id: str
    id: str
    """The user's or the conversation's."""
    kind: ChangeKind
    at: float
    """Slack's own time of the change, in epoch seconds."""
    event_id: str = ""
    name: str = ""
    """A conversation's name, or a person's handle."""
    real_name: str = ""
    display_name: str = ""
    reachable: bool = True
