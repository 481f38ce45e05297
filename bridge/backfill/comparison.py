"""Comparing one conversation with Slack, a call at a time: what is missing comes into the inbox."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bridge.backfill.reconciliation import BackfillRequest, Reconciler
from bridge.slack.gateway import SlackGateway
from bridge.slack.payloads.history import Stretch, answered_since, joined_at
from postbox.inbox.backfill import Compared, ThreadSince
from postbox.inbox.message import InboxMessage, ts_at
from postbox.inbox.stores.followers import Followers
from postbox.inbox.stores.inbox import Inbox
from postbox.store.keys import DAY, FORTNIGHT

PAGE = 200
OVERLAP_SECONDS = 120
"""So far before the last comparison it looks again: what was under way then is there now."""
LOOK_BACK_SECONDS = DAY
"""So far it looks back for edits, deletions and new answers, as far as the page reaches."""
MOST_KEPT = 1000
MOST_FOLLOWED = 5
_END = "9999999999.999999"


@dataclass(frozen=True)
class Comparison:
    """What one call to Slack brought."""

    compared: Compared
    missing: int
    """Messages that no event told of."""
    size: int
    """Messages that Slack gave."""
    has_more: bool
    is_refused: bool = False
    """Slack does not tell of this conversation."""

    @property
    def is_done(self) -> bool:
        """Whether the conversation is compared, its threads too."""
        return self.compared.left_from is None and not self.compared.threads


@dataclass(frozen=True)
class Comparer:
    """Compares conversations of one workspace; raises as the gateway and the mailbox do."""

    slack: SlackGateway
    reconciler: Reconciler
    inbox: Inbox
    followers: Followers
    clock: Callable[[], float]

    def page(
        self,
        compared: Compared,
        asked: BackfillRequest,
        token: str,
        *,
        is_deep: bool,
        most_threads: int,
    ) -> Comparison:
        """Compare one page: the newest one, or the one that a comparison under way is at.

        It looks for changes of what was compared before, as far as one page reaches. A deep one
        has the threads looked into, too, in which the link would miss an answer.
        """
        begins = ts_at(max(asked.link.linked_since or 0.0, asked.at - FORTNIGHT))
        since = max(begins, _before(compared.until, OVERLAP_SECONDS))
        oldest = max(begins, _before(since, LOOK_BACK_SECONDS))
        given = self.slack.history(token, asked.place.id, oldest, compared.left_from, PAGE)
        whole = not given.has_more or given.oldest is None
        reached = oldest if whole else str(given.oldest)
        kept = self._kept(asked, reached, compared.left_from or _END)
        missing = self.reconciler.take(given, kept, asked)
        self.reconciler.drop(
            given, [message for message in kept if not message.is_in_thread], asked
        )
        threads = self._answered(given, since, asked)
        if is_deep and compared.left_from is None:
            threads += [ThreadSince(thread_ts, oldest) for thread_ts in self._followed(asked)]
        after = self._after(compared, asked, threads[:most_threads])
        if whole or reached <= since or joined_at(given, asked.link) > since:
            after = replace(after, until=max(after.until, after.then_until), left_from=None)
        else:
            after = replace(after, left_from=reached)
        return Comparison(after, missing, len(given.messages), given.has_more)

    def thread(self, compared: Compared, asked: BackfillRequest, token: str) -> Comparison:
        """Compare what was answered in the first of the threads to look into."""
        thread_ts, since = compared.threads[0].thread_ts, compared.threads[0].since
        given = self.slack.replies(token, asked.place.id, thread_ts, since, PAGE)
        listed = tuple(message for message in given.messages if message["ts"] != thread_ts)
        answers = Stretch(listed, given.has_more)
        latest = max((str(message["ts"]) for message in listed), default=since)
        until = latest if given.has_more else _END
        kept = [
            message for message in self._kept(asked, since, until) if message.thread_ts == thread_ts
        ]
        missing = self.reconciler.take(answers, kept, asked)
        self.reconciler.drop(answers, [message for message in kept if message.is_in_thread], asked)
        left = compared.threads[1:]
        if given.has_more and latest > since:
            left = (ThreadSince(thread_ts, latest), *left)
        after = replace(compared, threads=left)
        return Comparison(after, missing, len(given.messages), given.has_more)

    def _after(
        self, compared: Compared, asked: BackfillRequest, threads: Sequence[ThreadSince]
    ) -> Compared:
        then = compared.then_until
        if compared.left_from is None:
            then = ts_at(asked.at - OVERLAP_SECONDS)
        wanted: dict[str, ThreadSince] = {}
        for thread in (*compared.threads, *threads):
            known = wanted.get(thread.thread_ts, thread)
            wanted[thread.thread_ts] = min(thread, known, key=lambda one: one.since)
        return replace(compared, then_until=then, threads=tuple(wanted.values()))

    def _answered(self, given: Stretch, since: str, asked: BackfillRequest) -> list[ThreadSince]:
        """Return the threads whose latest answer is not known."""
        team_id, conversation_id = asked.link.team_id, asked.place.id
        answered = answered_since(given, since, asked.link.user_id)
        latest = {(team_id, conversation_id, ts): parent for parent, ts in answered}
        known = self.inbox.many(latest) if latest else {}
        unknown = [parent for place, parent in latest.items() if place not in known]
        return [ThreadSince(parent, since) for parent in unknown]

    def _followed(self, asked: BackfillRequest) -> list[str]:
        """Return the newest threads in which the link would miss an answer."""
        place = (asked.link.team_id, asked.place.id)
        found = self.followers.threads(*place, asked.link.link_id)
        own = [
            message.ts
            for message in self.inbox.newest(*place, PAGE)
            if message.author_id == asked.link.user_id
            and not message.is_in_thread
            and not message.deleted
        ]
        return sorted({*found, *own}, reverse=True)[:MOST_FOLLOWED]

    def _kept(self, asked: BackfillRequest, oldest: str, latest: str) -> list[InboxMessage]:
        found = self.inbox.after(asked.link.team_id, asked.place.id, oldest, MOST_KEPT)
        return [message for message in found if message.ts < latest]


def _before(ts: str, seconds: float) -> str:
    return ts_at(max(0.0, float(ts) - seconds))
