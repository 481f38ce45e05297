"""Comparing one conversation with Slack, page by page: what is missing comes into the inbox."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bridge.events import Arrived, Edited
from bridge.history_shapes import (
    Stretch,
    answered_since,
    arrivals,
    live,
    reactions,
)
from bridge.intake import Intake
from bridge.slack_gateway import SlackGateway
from mailbox.directory import Conversation
from mailbox.filling import Compared
from mailbox.followers import Followers
from mailbox.hearing import ts_at
from mailbox.inbound import InboxMessage
from mailbox.inbox import Inbox
from mailbox.link import Link
from mailbox.reactions import Reactions

OVERLAP_SECONDS = 120
"""So far before the last comparing it looks again: what was under way then is there now."""
MOST_KEPT = 1000
MOST_FOLLOWED = 5
_END = "9999999999.999999"


@dataclass(frozen=True)
class Found:
    """What one call to Slack brought."""

    compared: Compared
    missing: int
    """Messages that no event told of."""
    size: int
    """Messages that Slack gave."""
    has_more: bool
    threads: tuple[str, ...] = ()
    """Threads in which something was answered since."""

    @property
    def is_done(self) -> bool:
        """Whether the conversation is compared."""
        return self.compared.left_from is None


@dataclass(frozen=True)
class Comparing:
    """Compares conversations of one link; raises as the gateway and the mailbox do."""

    slack: SlackGateway
    intake: Intake
    inbox: Inbox
    reactions: Reactions
    followers: Followers
    clock: Callable[[], float]

    def page(
        self, compared: Compared, place: Conversation, link: Link, token: str, size: int
    ) -> Found:
        """Compare one page: the newest one, or the one that a comparing under way is at."""
        now = self.clock()
        since = max(compared.until, ts_at(link.linked_since or 0.0))
        oldest = ts_at(max(0.0, float(since) - OVERLAP_SECONDS))
        latest = compared.left_from
        kept = self._kept(place, link, oldest, latest or _END)
        given = self.slack.history(token, place.id, oldest, latest, size)
        reached = given.oldest if given.has_more and given.oldest else oldest
        missing = self._take(given, place, link, kept)
        self._drop_deleted(given, [each for each in kept if each.ts >= reached], thread_ts=None)
        then = compared.then_until if latest else ts_at(now - OVERLAP_SECONDS)
        if given.has_more and given.oldest:
            after = replace(compared, left_from=given.oldest, then_until=then)
        else:
            until = max(compared.until, then)
            after = replace(compared, until=until, left_from=None)
        threads = tuple(answered_since(given, oldest, link.user_id))
        return Found(after, missing, len(given.messages), given.has_more, threads)

    def thread(
        self, thread_ts: str, since: str, place: Conversation, link: Link, token: str, size: int
    ) -> Found:
        """Compare what was answered in a thread after this ts."""
        oldest = ts_at(max(0.0, float(since) - OVERLAP_SECONDS))
        kept = self._kept(place, link, oldest, _END)
        given = self.slack.replies(token, place.id, thread_ts, oldest, size)
        answers = Stretch(
            tuple(each for each in given.messages if each["ts"] != thread_ts), given.has_more
        )
        missing = self._take(answers, place, link, kept)
        if not given.has_more:
            self._drop_deleted(answers, kept, thread_ts=thread_ts)
        return Found(Compared(link.team_id, place.id), missing, len(given.messages), given.has_more)

    def followed(self, place: Conversation, link: Link) -> list[str]:
        """Return the threads of a conversation in which the link would miss an answer."""
        found = self.followers.threads(link.team_id, place.id, link.link_id)
        own = [
            each.ts
            for each in self.inbox.newest(link.team_id, place.id, 100)
            if each.author_id == link.user_id and not each.is_in_thread and not each.deleted
        ]
        return sorted({*found, *own}, reverse=True)[:MOST_FOLLOWED]

    def _kept(
        self, place: Conversation, link: Link, oldest: str, latest: str
    ) -> list[InboxMessage]:
        # Read before Slack is asked: what is here then and not there is deleted.
        found = self.inbox.after(link.team_id, place.id, oldest, MOST_KEPT)
        return [each for each in found if each.ts < latest]

    def _take(
        self, given: Stretch, place: Conversation, link: Link, kept: Sequence[InboxMessage]
    ) -> int:
        known = {each.ts: each for each in kept}
        missing = 0
        for arrived in arrivals(given, place, link):
            stored = known.get(arrived.message.ts)
            if stored is None:
                missing += self._is_new(arrived, link)
            elif _is_newer(arrived.message, stored):
                missing += self.intake.edit(Edited(arrived, is_late=True), [link]) != _NOTHING
        for message in given.messages:
            for reaction in reactions(message):
                self.reactions.add(link.team_id, place.id, reaction)
        return missing

    def _is_new(self, arrived: Arrived, link: Link) -> bool:
        return self.intake.take(arrived, [link]).startswith("kept")

    def _drop_deleted(
        self, given: Stretch, kept: Sequence[InboxMessage], *, thread_ts: str | None
    ) -> None:
        """What is kept of the conversation, or of one of its threads, and gone from Slack."""
        there = live(given.messages)
        for message in kept:
            belongs = (message.thread_ts if message.is_in_thread else None) == thread_ts
            if belongs and not message.deleted and message.ts not in there:
                self.inbox.delete(replace(message, deleted=True, text="", content=""))


_NOTHING = "nothing to do"


def _is_newer(listed: InboxMessage, stored: InboxMessage) -> bool:
    return (listed.edited_ts or "") > (stored.edited_ts or "")
