"""Where something may be unheard for a link."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from postbox.inbox.message import START, Attention, AttentionReason, ts_at
from postbox.inbox.read_state import Position
from postbox.links.link import Link
from skill.reading.planning.unheard import Known


@dataclass(frozen=True)
class Scan:
    """Where something may be unheard for a link, as one look at the mailbox found it."""

    link: Link
    everywhere: Position
    positions: Mapping[str, Position] = field(default_factory=dict)
    attention: Mapping[str, tuple[Attention, ...]] = field(default_factory=dict)
    """By conversation, the one whose oldest attention is oldest first."""
    late: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ts of what came late, by conversation."""
    active: tuple[str, ...] = ()
    """Conversations in which something was said since, the one that fell silent first at first."""
    muted: frozenset[AttentionReason] = frozenset()
    """Reasons that count for nothing to this speaker."""
    is_complete: bool = True
    """Whether no attention, late message or conversation was left out, nor one left out of account
    since the directory does not have it yet."""

    @property
    def start(self) -> str:
        """Nothing up to here is news."""
        since = self.link.linked_since
        return ts_at(since) if since is not None else START

    @property
    def calling(self) -> list[str]:
        """The conversations in which something deserves attention."""
        return list(self.attention)

    @property
    def candidates(self) -> list[str]:
        """All conversations in which something may be unheard, in the order of telling."""
        return list(dict.fromkeys([*self.attention, *self.late, *self.active]))

    def known(self, conversation_id: str, heard: Iterable[str] = ()) -> Known:
        """Return what is known of one conversation."""
        link = self.link
        blank = Position(link.link_id, link.team_id, conversation_id)
        return Known(
            position=self.positions.get(conversation_id, blank),
            everywhere=self.everywhere,
            start=self.start,
            own_id=link.user_id,
            attention={
                attention.ts: attention for attention in self.attention.get(conversation_id, ())
            },
            late=frozenset(self.late.get(conversation_id, ())),
            heard=frozenset(heard),
            muted=self.muted,
        )
