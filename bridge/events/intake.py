"""Taking a message into the inbox: once, with all that follows from it.

Events and the repair of gaps come this way, so that a message counts the same whichever told of it.
Every step may be done again: what a died worker left undone is done when Slack tells once more.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bridge.events.attention import Interested, deserved, mentions, takes_part
from bridge.slack.payloads.changes import Arrived, Edited
from postbox.frozen import Frozen
from postbox.inbox.message import Attention, AttentionReason, InboxMessage
from postbox.inbox.stores.activity import Activity
from postbox.inbox.stores.followers import Followers
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.watches import Watches
from postbox.links.link import Link
from postbox.store.table import Table

if TYPE_CHECKING:
    from postbox.inbox.stores.read_states import ReadStates

LATE_SECONDS = 60
"""Readings keep this distance from the present, so that what comes within it is not late."""


class TakenIn(NamedTuple):
    """What was done with what Slack told."""

    did: str
    """In words, for the log."""
    is_news: bool
    """Whether the inbox has something now that it did not have."""


NOTHING = TakenIn("nothing to do", is_news=False)


class Intake(Frozen):
    """Takes messages in; everything raises MailboxUnavailable."""

    inbox: Inbox
    activity: Activity
    watches: Watches
    followers: Followers
    table: Table
    clock: Callable[[], float]
    """Epoch seconds."""

    @classmethod
    def into(cls, table: Table, clock: Callable[[], float]) -> "Intake":
        """Take messages into this table."""
        return cls(
            inbox=Inbox(table),
            table=table,
            activity=Activity(table),
            watches=Watches(table),
            followers=Followers(table),
            clock=clock,
        )

    @cached_property
    def read_states(self) -> "ReadStates":
        """What was heard and seen; most messages need none of it."""
        from postbox.inbox.stores.read_states import ReadStates  # noqa: PLC0415

        return ReadStates(self.table)

    def take(self, arrived: Arrived, links: Sequence[Link]) -> TakenIn:
        """Keep a message."""
        message = arrived.message
        concerned = deserved(arrived, links, self._interested(message))
        late_for = self._late_for(message, links)
        # First what follows: where the message is known, nothing is left undone.
        self._follow_up(arrived, links)
        is_new = self.inbox.keep(
            message, concerned, late_for=late_for, client_msg_id=arrived.client_msg_id
        )
        did = f"kept for {len(concerned)}" if is_new else "known already"
        return TakenIn(did, is_new)

    def edit(self, edited: Edited, links: Sequence[Link]) -> TakenIn:
        """Give a message its new text."""
        message = edited.arrived.message
        before = self.inbox.get(message.team_id, message.conversation_id, message.ts)
        if before is None:
            # The edit overtook its message, whose own event will then find it known.
            return NOTHING if edited.is_late else self.take(edited.arrived, links)
        self._follow(edited.arrived, links)
        named = self._newly_named(edited.arrived, before, links)
        heard = self._heard_before(message, links)
        if not self.inbox.edit(message, [*named, *heard]):
            return NOTHING
        called = len(named) + len(heard)
        did = f"edited, and called {called}" if called else "edited"
        return TakenIn(did, is_news=True)

    def _interested(self, message: InboxMessage) -> Interested:
        place, followers = (message.team_id, message.conversation_id), frozenset[str]()
        if message.thread_ts is not None and message.is_in_thread:
            followers = self.followers.of(*place, message.thread_ts)
        return Interested(self.watches.of(*place, self.clock()), followers)

    def _late_for(self, message: InboxMessage, links: Sequence[Link]) -> list[str]:
        """Return the links that may have read on beyond a message that took long to come."""
        if message.is_in_thread or self.clock() - float(message.ts) < LATE_SECONDS:
            return []
        return self._not_seen(
            message, [link for link in links if link.user_id != message.author_id]
        )

    def _not_seen(self, message: InboxMessage, links: Sequence[Link]) -> list[str]:
        """Return the links that have not read a message elsewhere."""
        ids = [link.link_id for link in links]
        seen = self.read_states.seen(ids, message.team_id, message.conversation_id)
        return [link_id for link_id in ids if seen[link_id] < message.ts]

    def _follow_up(self, arrived: Arrived, links: Sequence[Link]) -> None:
        message = arrived.message
        self._follow(arrived, links)
        if message.is_by_a_nameless_bot:
            self._note_bot(message)
        if message.is_in_thread:
            return
        self.activity.said(message.team_id, message.conversation_id, message.ts)
        if not message.by_this_app:
            for link in links:
                if link.user_id == message.author_id:
                    self._has_read_elsewhere(message, link)

    def _note_bot(self, message: InboxMessage) -> None:
        """Have the refresh function ask Slack what an integration is called."""
        from postbox.directory.change import ChangeKind, DirectoryChange  # noqa: PLC0415 - seldom
        from postbox.directory.stores.changes import DirectoryChanges  # noqa: PLC0415

        told = DirectoryChange(message.team_id, message.author_id, ChangeKind.BOT, self.clock())
        DirectoryChanges(self.table).keep(told, self.clock())

    def _follow(self, arrived: Arrived, links: Sequence[Link]) -> None:
        message, now = arrived.message, self.clock()
        place = (message.team_id, message.conversation_id, message.thread_ts or message.ts)
        following = [link.link_id for link in links if takes_part(arrived, link)]
        self.followers.follow(*place, following, now)

    def _has_read_elsewhere(self, message: InboxMessage, link: Link) -> None:
        """Who writes in a conversation has it before their eyes."""
        found = self.read_states.positions(link.link_id, link.team_id, [message.conversation_id])
        self.read_states.see(found[message.conversation_id], message.ts)

    def _heard_before(self, message: InboxMessage, links: Sequence[Link]) -> list[Attention]:
        """Return attention for the links that heard the message as it was."""
        others = [link.link_id for link in links if link.user_id != message.author_id]
        place = (message.team_id, message.conversation_id, message.ts)
        thread_ts = message.thread_ts if message.is_in_thread else None
        return [
            Attention(link_id, *place, AttentionReason.EDITED, thread_ts)
            for link_id in sorted(self.read_states.have_heard(others, *place[1:]))
        ]

    def _newly_named(
        self, arrived: Arrived, before: InboxMessage, links: Sequence[Link]
    ) -> list[Attention]:
        """Return attention for links that an edit names, and the text before did not."""
        message = arrived.message
        named = [
            link
            for link in links
            if mentions(message, link) and not mentions(before, link) and not before.deleted
        ]
        left = set(self._not_seen(message, named))
        left -= self.read_states.have_heard(left, message.conversation_id, message.ts)
        return deserved(arrived, [link for link in named if link.link_id in left], Interested())
