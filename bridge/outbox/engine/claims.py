"""How an attempt begins: the command is claimed, so that no two workers have it.

What nobody is told of is not claimed and leaves no receipt: it may be done twice without harm.
"""

from dataclasses import replace
from typing import Protocol

from bridge.outbox.delays import whole
from bridge.outbox.engine.outcome import AttemptOutcome, Result
from bridge.outbox.kinds.handler import Handler
from bridge.outbox.services import OutboxServices
from bridge.slack.time_left import is_time_for_a_call
from postbox.outbox import receipt_life
from postbox.outbox.commands import Command
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.store.items import Write

LEASE_SECONDS = 15
"""For so long a claim keeps others off; longer than the post Lambda may run."""


class Claims(Protocol):
    """How one command is claimed, and where it is written what becomes of it."""

    def claimed(self, handler: Handler, *, is_late: bool) -> Receipt | AttemptOutcome:
        """Return the claimed receipt, or why there is nothing to do now.

        Raises MalformedRecord where the command has a receipt that nobody can read.
        """

    def save(self, before: Receipt, after: Receipt, *together: Write) -> None:
        """Write what became of it, with other writes or not at all."""


class Kept:
    """Claims of commands that somebody is told of."""

    def __init__(self, command: Command, worker: str, services: OutboxServices) -> None:
        """Claim this command for a worker of this name."""
        self._command = command
        self._worker = worker
        self._services = services

    def claimed(self, handler: Handler, *, is_late: bool) -> Receipt | AttemptOutcome:
        """Return the receipt, claimed by a conditional write."""
        receipts, now = self._services.receipts, self._services.clock()
        receipt = receipts.of(self._command) or receipts.open(self._command)
        if receipt.is_final:
            return AttemptOutcome(
                Result.ALREADY, receipt.state, ts=receipt.ts, attempts=receipt.attempts
            )
        if busy := receipt_life.busy_until(receipt, now):
            return AttemptOutcome(Result.AGAIN, "another worker has it", delay=whole(busy - now))
        if (pause := handler.not_before()) > now and not is_late:
            return AttemptOutcome(Result.AGAIN, "workspace limited", delay=whole(pause - now))
        if not is_time_for_a_call():
            return AttemptOutcome(Result.AGAIN, "no time left")
        return receipts.save(receipt, receipt_life.claim(receipt, self._worker, now, LEASE_SECONDS))

    def save(self, before: Receipt, after: Receipt, *together: Write) -> None:
        """Write the next revision."""
        self._services.receipts.save(before, after, *together)


class Unkept:
    """Claims of commands that nobody is told of."""

    def __init__(self, command: Command, received: int) -> None:
        """Take this one, which the queue gave out so often."""
        self._command = command
        self._received = received

    def claimed(self, handler: Handler, *, is_late: bool) -> Receipt | AttemptOutcome:
        """Return a receipt that is nowhere written."""
        del handler, is_late
        opened = receipt_life.opened(self._command)
        return replace(opened, state=DeliveryState.CLAIMED, attempts=self._received)

    def save(self, before: Receipt, after: Receipt, *together: Write) -> None:
        """Write nothing."""
