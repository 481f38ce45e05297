"""A batch from the FIFO queue: what has to wait keeps back its own group only.

Every record is dealt with by itself: one that cannot be is set aside, and those beside it go on.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from bridge.outbox.batches.bundles import QueuedCommand, bundles, commands_of
from bridge.outbox.batches.set_aside import newer_command, unreadable_receipt
from bridge.outbox.deadlines import deadline, lifetime
from bridge.outbox.delays import backoff_after, pace
from bridge.outbox.engine.delivery import deliver
from bridge.outbox.engine.outcome import AttemptOutcome, Result
from bridge.outbox.services import OutboxServices
from postbox.frozen import Frozen
from postbox.outbox.commands import Command
from postbox.outbox.queue import DeadLetters
from postbox.outbox.records import NewerCommand
from postbox.store.errors import MailboxUnavailable, MalformedRecord


class Report(Protocol):
    """Told what happens; never a text."""

    def attempt(self, queued: QueuedCommand, outcome: AttemptOutcome) -> None:
        """One attempt at one record ended."""

    def set_aside(self, kind: str, why: str) -> None:
        """Something of this kind could not be dealt with."""


class PostBatch(Frozen):
    """What posting a batch needs."""

    services: OutboxServices
    dead_letters: DeadLetters
    report: Report

    def post(self, records: Iterable[Mapping[str, Any]], worker: str) -> list[str]:
        """Deliver the records in order; return the ids of those that must come back."""
        waiting: dict[str, int] = {}
        returned = []
        for bundle in bundles(records):
            group = bundle[0].group
            if group not in waiting:
                delay = self._deliver(bundle, worker)
                if delay is None:
                    continue
                waiting[group] = delay
            for queued in bundle:
                self._postpone(queued.record, max(waiting[group], self._pace(queued)))
                returned.append(queued.record["messageId"])
        return returned

    def _deliver(self, bundle: Sequence[QueuedCommand], worker: str) -> int | None:
        """Return None when the queue may forget the bundle, else in how many seconds to retry."""
        outcome = self._outcome(bundle, worker)
        for queued in bundle:
            self.report.attempt(queued, outcome)
        if not outcome.is_settled:
            return outcome.delay
        return self._bury(bundle[0], outcome) if outcome.bury else None

    def _outcome(self, bundle: Sequence[QueuedCommand], worker: str) -> AttemptOutcome:
        first = bundle[0]
        try:
            return self._attempt(bundle, worker)
        except MailboxUnavailable as unavailable:
            return AttemptOutcome(Result.AGAIN, f"mailbox: {unavailable}", delay=2)
        except Exception as error:  # noqa: BLE001 - one bad thing stops nothing beside it
            return self._set_aside(first, type(error).__name__)

    def _attempt(self, bundle: Sequence[QueuedCommand], worker: str) -> AttemptOutcome:
        first = bundle[0]
        if first.problem:
            self.report.set_aside("Command", first.problem)
        match first.command:
            case None:
                return AttemptOutcome(Result.FAILED, first.problem, bury=True)
            case NewerCommand() as newer:
                return newer_command(newer, self.services, first.received)
            case command:
                return self._carried_out(bundle, command, worker)

    def _carried_out(
        self, bundle: Sequence[QueuedCommand], command: Command, worker: str
    ) -> AttemptOutcome:
        received = bundle[0].received
        try:
            return deliver(commands_of(bundle), self.services, worker, received)
        except MalformedRecord as problem:
            self.report.set_aside("Receipt", str(problem))
            return unreadable_receipt(command, problem, self.services, received)

    def _set_aside(self, queued: QueuedCommand, why: str) -> AttemptOutcome:
        """Try again for as long as it may help; the lateness net tells the speaker."""
        self.report.set_aside("Command", why)
        detail, command = f"set aside: {why}", queued.command
        if isinstance(command, Command):
            last = deadline(command, self.services.max_message_age)
            if self.services.clock() > last:
                return AttemptOutcome(Result.FAILED, detail, attempts=queued.received, bury=True)
        delay = backoff_after(queued.received)
        return AttemptOutcome(Result.AGAIN, detail, delay=delay, attempts=queued.received)

    def _bury(self, queued: QueuedCommand, outcome: AttemptOutcome) -> int | None:
        reason = outcome.detail or outcome.result
        body = queued.record["body"]
        try:
            self.dead_letters.bury(body, command_id=queued.id, reason=reason)
        except MailboxUnavailable:
            return 1
        return None

    def _pace(self, queued: QueuedCommand) -> int:
        """Return for how many seconds at least a record rests that has to come back."""
        max_age = self.services.max_message_age
        return pace(queued.received, lifetime(queued.command, max_age), max_age)

    def _postpone(self, record: Mapping[str, Any], seconds: int) -> None:
        try:
            self.services.outbox.postpone(record["receiptHandle"], seconds)
        except MailboxUnavailable:
            # It comes back by itself when the queue's own visibility time-out ends.
            return
