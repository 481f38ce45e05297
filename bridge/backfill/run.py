"""One run of the repair: so many calls to Slack, and where they led."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bridge.backfill.comparison import OVERLAP_SECONDS, Comparer, Comparison
from bridge.backfill.plan import DIRECT, SENTINELS, next_to_compare
from bridge.backfill.reconciliation import BackfillRequest
from bridge.slack.errors import SlackError, SlackRefused
from postbox.directory.entries import Conversation
from postbox.inbox.backfill import Backfill, Compared
from postbox.inbox.message import ts_at
from postbox.inbox.stores.backfills import Backfills
from postbox.links.link import Link
from postbox.store.errors import MailboxError
from postbox.store.keys import DAY

LIMITED_PAGE = 15
"""An app that is not internal gets so many messages, whatever it asks for, and one call a minute
(https://docs.slack.dev/apis/web-api/rate-limits)."""
LIMITED_PAUSE_SECONDS = 61
DOUBT_SECONDS = 3600
"""So long Slack counts as giving one call a minute when it refused a run's second one."""
CALL_SECONDS = 6
"""What must be left of the Lambda's time before a call is begun."""
MOST_THREADS, MOST_THREADS_WHEN_LIMITED = 25, 4
OF_THE_PLACE = {
    "access_denied",
    "channel_is_limited_access",
    "channel_not_found",
    "is_archived",
    "method_not_supported_for_channel_type",
    "missing_scope",
    "no_permission",
    "not_in_channel",
    "thread_not_found",
}
"""Refusals that say nothing of other conversations: archived, or left, or not to be read."""


@dataclass
class RepairRun:
    """One run for one link; raises as the gateway and the mailbox do."""

    link: Link
    links: Sequence[Link]
    """All of the workspace."""
    token: str
    comparer: Comparer
    backfills: Backfills
    aside: Callable[[str, str], None]
    conversations: Mapping[str, Conversation]
    lively: Sequence[str]
    """Ids of where something was said last, newest first."""
    time_left: Callable[[], float]
    backfill: Backfill
    calls: int = 0
    missing: int = 0
    """Messages found that no event told of in time."""
    _most: int = 0

    def go(self, calls: int) -> None:
        """Compare what is next, with at most so many calls."""
        self._most = self.calls + calls
        chosen = self._next(calls)
        known = self.backfills.compared(self.link.team_id, chosen)
        is_sweep = self.backfill.is_wanted
        for conversation_id in chosen:
            if not self._may_call() or self.backfill.is_wanted != is_sweep:
                break
            self._compare(known[conversation_id], self.conversations[conversation_id])
        if not is_sweep:
            self.backfill = replace(self.backfill, runs=self.backfill.runs + 1)
        elif not self._next(1):
            self.backfill = replace(self.backfill, is_wanted=False, done=())

    def was_limited(self, seconds: int) -> None:
        """Slack refused a call: leave it alone for so long."""
        now = self.comparer.clock()
        self.backfill = replace(self.backfill, not_before=now + seconds)
        if self.calls == 1 and seconds <= LIMITED_PAUSE_SECONDS:
            until = max(self.backfill.limited_until, now + DOUBT_SECONDS)
            self.backfill = replace(self.backfill, limited_until=until)

    @property
    def _is_limited(self) -> bool:
        return self.backfill.limited_until > self.comparer.clock()

    def _next(self, most: int) -> list[str]:
        return next_to_compare(self.backfill, self.conversations, self.lively, most)

    def _may_call(self) -> bool:
        most = min(self._most, 1) if self._is_limited else self._most
        return self.calls < most and self.time_left() >= CALL_SECONDS

    def _compare(self, compared: Compared, place: Conversation) -> None:
        is_sweep = self.backfill.is_wanted
        while self._may_call():
            asked = BackfillRequest(place, self.link, self.links, self.comparer.clock())
            found = self._found(compared, asked)
            compared = found.compared
            self._count(found, asked)
            self.backfills.keep(compared, asked.at)
            if found.is_done and (not is_sweep or self._is_swept(found)):
                self._move_on(place, is_sweep=is_sweep)
                return

    def _found(self, compared: Compared, asked: BackfillRequest) -> Comparison:
        try:
            if compared.threads:
                return self.comparer.thread(compared, asked, self.token)
            most = MOST_THREADS_WHEN_LIMITED if self._is_limited else MOST_THREADS
            is_deep = self.backfill.is_wanted
            return self.comparer.page(
                compared, asked, self.token, is_deep=is_deep, most_threads=most
            )
        except SlackRefused as refused:
            if refused.code not in OF_THE_PLACE:
                raise
            return _refused(compared)
        except (MailboxError, SlackError):
            raise
        except Exception as error:  # noqa: BLE001 - others have their turn
            self.aside("conversation", type(error).__name__)
            return _refused(compared)

    def _is_swept(self, found: Comparison) -> bool:
        """Whether all was looked at up to when the sweep was asked for."""
        wanted_at = ts_at(self.backfill.wanted_at - OVERLAP_SECONDS)
        return found.is_refused or found.compared.until >= wanted_at

    def _count(self, found: Comparison, asked: BackfillRequest) -> None:
        self.calls += 1
        self.missing += found.missing
        if found.missing and not self.backfill.is_wanted:
            self.backfill = replace(self.backfill, is_wanted=True, wanted_at=asked.at, done=())
        if found.size > LIMITED_PAGE:
            self.backfill = replace(self.backfill, limited_until=0.0)
        elif found.has_more and found.size == LIMITED_PAGE:
            self.backfill = replace(self.backfill, limited_until=asked.at + DAY)
        if self._is_limited:
            self.backfill = replace(self.backfill, not_before=asked.at + LIMITED_PAUSE_SECONDS)

    def _move_on(self, place: Conversation, *, is_sweep: bool) -> None:
        if is_sweep:
            self.backfill = replace(self.backfill, done=(*self.backfill.done, place.id))
        if place.id in self.lively[:SENTINELS]:
            return
        if place.kind in DIRECT:
            self.backfill = replace(self.backfill, direct_turn=place.id)
        else:
            self.backfill = replace(self.backfill, turn=place.id)


def _refused(compared: Compared) -> Comparison:
    """Return what is found where nothing can be: the thread, or the conversation, is left alone."""
    after = replace(compared, left_from=None, threads=compared.threads[1:])
    return Comparison(after, 0, 0, has_more=False, is_refused=True)
