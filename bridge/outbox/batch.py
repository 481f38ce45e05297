"""A batch from the FIFO queue: what has to wait keeps back its own group only."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bridge.outbox.bundles import QueuedCommand, bundles
from bridge.outbox.outcome import Outcome, Result
from postbox.outbox.action import OutboundAction
from postbox.outbox.message import OutboundMessage
from postbox.outbox.queue import DeadLetters, OutboxQueue, Outgoing
from postbox.store.errors import MailboxUnavailable

Deliver = Callable[[OutboundMessage], Outcome]
Act = Callable[[Sequence[OutboundAction], int], Outcome]
"""Given actions that are done at once, and how often the queue gave the first of them out."""
Report = Callable[[str, Outgoing | None, Outcome], None]
"""Told the SQS message id, the message or action if it could be read, and the outcome."""


@dataclass(frozen=True)
class PostBatch:
    """What posting a batch needs."""

    outbox: OutboxQueue
    dead_letters: DeadLetters
    deliver: Deliver
    act: Act
    report: Report
    pace: Callable[[QueuedCommand], int]
    """For how many seconds at least a record rests that has to come back."""

    def post(self, records: Iterable[Mapping[str, Any]]) -> list[str]:
        """Deliver the records in order; return the ids of those that must come back."""
        waiting: dict[str, int] = {}
        returned = []
        for bundle in bundles(records):
            group = bundle[0].group
            if group not in waiting:
                delay = self._deliver(bundle)
                if delay is None:
                    continue
                waiting[group] = delay
            for queued in bundle:
                seconds = max(waiting[group], self.pace(queued))
                self._postpone(queued.record, seconds)
                returned.append(queued.record["messageId"])
        return returned

    def _deliver(self, bundle: Sequence[QueuedCommand]) -> int | None:
        """Return None when the queue may forget the bundle, else in how many seconds to retry."""
        outcome = self._outcome(bundle)
        for queued in bundle:
            self.report(queued.record["messageId"], queued.content, outcome)
        if not outcome.is_settled:
            return outcome.delay
        return self._bury(bundle[0], outcome) if outcome.bury else None

    def _outcome(self, bundle: Sequence[QueuedCommand]) -> Outcome:
        first = bundle[0]
        if first.content is None:
            return Outcome(Result.FAILED, first.problem, bury=True)
        if isinstance(first.content, OutboundMessage):
            return self.deliver(first.content)
        actions = [each.content for each in bundle if isinstance(each.content, OutboundAction)]
        return self.act(actions, first.received)

    def _bury(self, queued: QueuedCommand, outcome: Outcome) -> int | None:
        command_id = queued.content.id if queued.content else queued.record["messageId"]
        reason = outcome.detail or outcome.result
        try:
            self.dead_letters.bury(queued.record["body"], message_id=command_id, reason=reason)
        except MailboxUnavailable:
            return 1
        return None

    def _postpone(self, record: Mapping[str, Any], seconds: int) -> None:
        try:
            self.outbox.postpone(record["receiptHandle"], seconds)
        except MailboxUnavailable:
            # It comes back by itself when the queue's own visibility time-out ends.
            return
