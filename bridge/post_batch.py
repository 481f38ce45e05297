"""A batch from the FIFO queue: a message that has to wait keeps back its own conversation only."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bridge.outcome import Outcome, Result
from mailbox.codec import from_json
from mailbox.errors import MailboxUnavailable, MalformedRecord
from mailbox.outbound import OutboundMessage
from mailbox.queues import DeadLetters, OutboxQueue

Deliver = Callable[[OutboundMessage], Outcome]
Report = Callable[[str, OutboundMessage | None, Outcome], None]
"""Told the SQS message id, the message if it could be read, and the outcome."""


@dataclass(frozen=True)
class PostBatch:
    """What posting a batch needs."""

    outbox: OutboxQueue
    dead_letters: DeadLetters
    deliver: Deliver
    report: Report

    def post(self, records: Iterable[Mapping[str, Any]]) -> list[str]:
        """Deliver the records in order; return the ids of those that must come back."""
        waiting: dict[str, int] = {}
        returned = []
        for record in records:
            group = record["attributes"]["MessageGroupId"]
            if group not in waiting:
                delay = self._deliver(record)
                if delay is None:
                    continue
                waiting[group] = delay
            self._postpone(record, waiting[group])
            returned.append(record["messageId"])
        return returned

    def _deliver(self, record: Mapping[str, Any]) -> int | None:
        """Return None when the queue may forget the record, else in how many seconds to retry."""
        record_id = record["messageId"]
        try:
            message = from_json(OutboundMessage, record["body"])
        except MalformedRecord as error:
            outcome = Outcome(Result.FAILED, f"unreadable: {error}", bury=True)
            return self._finish(record, record_id, None, outcome)
        return self._finish(record, message.id, message, self.deliver(message))

    def _finish(
        self,
        record: Mapping[str, Any],
        letter_id: str,
        message: OutboundMessage | None,
        outcome: Outcome,
    ) -> int | None:
        self.report(record["messageId"], message, outcome)
        if not outcome.is_settled:
            return outcome.delay
        if outcome.bury:
            try:
                self.dead_letters.bury(
                    record["body"], message_id=letter_id, reason=outcome.detail or outcome.result
                )
            except MailboxUnavailable:
                return 1
        return None

    def _postpone(self, record: Mapping[str, Any], seconds: int) -> None:
        try:
            self.outbox.postpone(record["receiptHandle"], seconds)
        except MailboxUnavailable:
            # It comes back by itself when the queue's own visibility time-out ends.
            return
