"""How far a workspace's messages were compared with Slack: facts of the repair of gaps."""

from dataclasses import dataclass
from typing import ClassVar

from postbox.inbox.message import START


@dataclass(frozen=True)
class Backfill:
    """Where the comparing of one workspace stands. Times are epoch seconds."""

    VERSION: ClassVar[int] = 1

    team_id: str
    is_wanted: bool = False
    """Events were, or may have been, lost: every conversation is to be compared."""
    wanted_at: float = 0.0
    done: tuple[str, ...] = ()
    """The conversations that were compared since then."""
    limited_until: float = 0.0
    """Till then Slack counts as giving one call a minute (as to an app that is not internal)."""
    not_before: float = 0.0
    """Until then Slack wants to be left alone."""
    turn: str = ""
    """The conversation that was looked at last in the round of all."""
    direct_turn: str = ""
    """The same in the round of direct messages."""
    runs: int = 0
    """How often a few were looked at; each kind of conversation comes first in its turn."""


@dataclass(frozen=True)
class ThreadSince:
    """What is to be looked at of one thread."""

    thread_ts: str
    """Its parent's."""
    since: str
    """What was answered after this ts."""


@dataclass(frozen=True)
class Compared:
    """How far one conversation was compared."""

    VERSION: ClassVar[int] = 1

    team_id: str
    conversation_id: str
    until: str = START
    """What Slack has up to this ts is in the inbox, but for `threads`."""
    left_from: str | None = None
    """A comparison under way: between `until` and this ts it has still to look."""
    then_until: str = START
    """What `until` is once it has."""
    threads: tuple[ThreadSince, ...] = ()
    """Threads to look into."""
