"""Bringing what is kept of a conversation in line with what Slack lists of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bridge.events.intake import LATE_SECONDS, Intake
from bridge.slack.payloads.changes import Arrived, Edited
from bridge.slack.payloads.history import Stretch, arrivals, joined_at, live, reactions
from bridge.slack.payloads.message_content import with_drawings
from postbox.directory.entries import Conversation
from postbox.inbox.message import InboxMessage, ts_at
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.reactions import Reactions
from postbox.links.link import Link
from postbox.store.errors import NotStorable


@dataclass(frozen=True)
class BackfillRequest:
    """What was asked of Slack, for whom, and when."""

    place: Conversation
    link: Link
    """Who asked."""
    links: Sequence[Link]
    """All that are linked to the workspace."""
    at: float
    """Epoch seconds."""

    def is_settled(self, ts: str) -> bool:
        """Whether something of this time was told of, and listed everywhere, when it was asked.

        What is younger may be on its way.
        """
        return ts < ts_at(self.at - LATE_SECONDS)


@dataclass(frozen=True)
class Reconciler:
    """Keeps what is missing, and drops what is gone; raises MailboxUnavailable."""

    intake: Intake
    inbox: Inbox
    reactions: Reactions
    aside: Callable[[str, str], None]
    """Told of the kind of what could not be kept, and why."""

    def take(self, given: Stretch, kept: Sequence[InboxMessage], asked: BackfillRequest) -> int:
        """Keep what Slack lists; return how much of it no event told of in time."""
        known, since = {message.ts: message for message in kept}, joined_at(given, asked.link)
        missing = 0
        for arrived in arrivals(given, asked.place, asked.link):
            if arrived.message.ts > since:
                missing += self._taken(arrived, known.get(arrived.message.ts), asked)
        self._take_reactions(given, asked)
        return missing

    def drop(self, given: Stretch, kept: Sequence[InboxMessage], asked: BackfillRequest) -> None:
        """Mark as deleted what is kept of the same stretch and no longer listed."""
        there = live(given.messages)
        for message in kept:
            is_gone = message.ts not in there and asked.is_settled(message.ts)
            if is_gone and not message.deleted:
                self.inbox.delete(replace(message, deleted=True, text="", content=""))

    def _taken(self, arrived: Arrived, stored: InboxMessage | None, asked: BackfillRequest) -> bool:
        try:
            return self._take(arrived, stored, asked)
        except NotStorable as refused:
            self.aside("message", str(refused))
            return False

    def _take(self, arrived: Arrived, stored: InboxMessage | None, asked: BackfillRequest) -> bool:
        message = arrived.message
        if stored is None:
            is_new = self.intake.take(arrived, asked.links).is_news
            return is_new and asked.is_settled(message.ts)
        if stored.deleted:
            return False
        if (message.edited_ts or "") > (stored.edited_ts or ""):
            edited = self.intake.edit(Edited(arrived, is_late=True), asked.links).is_news
            return edited and asked.is_settled(message.edited_ts or "")
        drawn = with_drawings(stored.content, message.content)
        if drawn != stored.content and stored.text == message.text:
            self.inbox.redraw(replace(message, content=drawn))
        return False

    def _take_reactions(self, given: Stretch, asked: BackfillRequest) -> None:
        if not given.messages:
            return
        team_id, conversation_id = asked.link.team_id, asked.place.id
        stamps = {str(message["ts"]) for message in given.messages}
        at = ts_at(asked.at - LATE_SECONDS)
        listed, in_part = reactions(given)
        between = self.reactions.between(team_id, conversation_id, min(stamps), max(stamps))
        known = {message for message in between if message.ts in stamps}
        for reaction in listed - known:
            self.reactions.add(team_id, conversation_id, reaction, at)
        for reaction in known - listed:
            if (reaction.ts, reaction.emoji) not in in_part:
                self.reactions.remove(team_id, conversation_id, reaction, at)
