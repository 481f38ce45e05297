"""Whose mailbox a change belongs into: each of several people's links has its own.

Slack tells an event once, whoever of its app's users may see it, and names one of them
(https://docs.slack.dev/apis/events-api, "authorizations"). A link gets what it was named for, and
what happens in a conversation that Slack listed for it; in doubt it gets nothing, and the repair
of gaps brings, with the link's own token, what it may see.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from bridge.slack.payloads.changes import Arrived, Deleted, Edited, Redrawn
from bridge.slack.payloads.reaction_events import Reacted
from postbox.directory.change import ChangeKind
from postbox.directory.stores.changes import DirectoryChanges
from postbox.directory.stores.directories import Directories
from postbox.inbox.stores.inbox import Inbox
from postbox.links.link import Link
from postbox.store.errors import MailboxError, MailboxUnavailable
from postbox.store.table import Table

InAConversation: TypeAlias = Arrived | Edited | Redrawn | Deleted | Reacted
Delivery: TypeAlias = tuple[InAConversation, Sequence[Link]]
"""A change as one mailbox has it, and the links of that mailbox."""
Together = Callable[..., Iterable[bool]]
"""Does the same for each, as `map` does, perhaps for several at a time."""


@dataclass(frozen=True)
class Mailboxes:
    """Finds the mailboxes that a change belongs into; everything raises MailboxUnavailable."""

    directories: Directories
    changes: DirectoryChanges
    inbox: Inbox
    together: Together

    @classmethod
    def of(cls, table: Table, together: Together) -> "Mailboxes":
        """Find them in this table."""
        return cls(Directories(table), DirectoryChanges(table), Inbox(table), together)

    def deliveries(self, change: InAConversation, links: Sequence[Link]) -> list[Delivery]:
        """Return the change for each mailbox of these links that it belongs into."""
        own = [link for link in links if link.is_own_mailbox]
        shared = [link for link in links if not link.is_own_mailbox]
        seen = self.together(lambda link: self._may_see(link, change), own)
        found: list[Delivery] = [(change, shared)] if shared else []
        pairs = zip(own, seen, strict=True)
        return found + [(_moved(change, link), [link]) for link, sees in pairs if sees]

    def _may_see(self, link: Link, change: InAConversation) -> bool:
        if link.user_id in _authorized(change):
            return True
        conversation_id, ts = place_of(change)
        if self._is_listed(link, conversation_id):
            return True
        is_new = isinstance(change, Arrived | Edited)
        return not is_new and self.inbox.exists(link.team_id, conversation_id, ts)

    def _is_listed(self, link: Link, conversation_id: str) -> bool:
        """Whether Slack listed the conversation for the link, and it has not been left since."""
        try:
            names = self.directories.names(link.team_id)
            names.index.fetch({"conversations_by_id": [conversation_id]})
            if names.directory.conversations.get(conversation_id) is None:
                return False
            standing = self.changes.standing(link.team_id, conversation_id)
        except MailboxUnavailable:
            raise
        except MailboxError:
            return False
        return standing is None or standing.kind is not ChangeKind.GONE


def place_of(change: InAConversation) -> tuple[str, str]:
    """Return the conversation and the ts of the message that a change is about."""
    match change:
        case Arrived(message) | Redrawn(message) | Deleted(message):
            return message.conversation_id, message.ts
        case Edited(arrived):
            return arrived.message.conversation_id, arrived.message.ts
        case Reacted():
            return change.conversation_id, change.reaction.ts


def _authorized(change: InAConversation) -> frozenset[str]:
    match change:
        case Arrived():
            return change.authorized
        case Edited(arrived):
            return arrived.authorized
    return frozenset()


def _moved(change: InAConversation, link: Link) -> InAConversation:
    """Return the change as it is kept in a link's mailbox."""
    match change:
        case Arrived(message):
            kept = replace(message, team_id=link.team_id)
            return change._replace(message=kept, authorized=frozenset({link.user_id}))
        case Redrawn(message) | Deleted(message):
            return change._replace(message=replace(message, team_id=link.team_id))
        case Edited(arrived):
            kept = replace(arrived.message, team_id=link.team_id)
            moved = arrived._replace(message=kept, authorized=frozenset({link.user_id}))
            return change._replace(arrived=moved)
        case Reacted():
            return change._replace(team_id=link.team_id)
