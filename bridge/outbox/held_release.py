"""Messages that waited for a link: back to the queue in the order spoken, or given up in words."""

from collections.abc import Callable
from dataclasses import dataclass

from postbox.outbox import receipt_life
from postbox.outbox.held import HeldMessages, held_delete
from postbox.outbox.message import OutboundMessage
from postbox.outbox.notices import notice_write
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.outbox.receipts import Receipts
from postbox.store.errors import ConditionFailed
from postbox.store.table import Table


@dataclass(frozen=True)
class HeldRelease:
    """Looks after the held messages of a link."""

    table: Table
    receipts: Receipts
    held: HeldMessages
    outbox: OutboxQueue
    clock: Callable[[], float]
    max_message_age: float

    def look_after(self, link_id: str, *, is_active: bool) -> tuple[int, int]:
        """Return how many messages went back to the queue and how many were given up."""
        released = given_up = 0
        for message in self.held.of(link_id):
            if self.clock() - message.spoken_at > self.max_message_age:
                given_up += self._give_up(message, is_active=is_active)
            elif is_active:
                released += self._release(message)
        return released, given_up

    def _release(self, message: OutboundMessage) -> bool:
        """Requeue first and send next: dying between leaves the sending to be done again.

        The message stays among the held ones until it is settled, so that later ones of its
        conversation that are in the queue before it know that they have to wait.
        """
        receipt = self._receipt(message)
        if receipt.state.is_final:
            self.table.apply(held_delete(message))
            return False
        if receipt.state is DeliveryState.HELD:
            try:
                receipt = self.receipts.save(receipt, receipt_life.requeue(receipt))
            except ConditionFailed:
                return False
        self.outbox.send(message, f".{message.spoken_at}.{receipt.attempts}")
        return True

    def _give_up(self, message: OutboundMessage, *, is_active: bool) -> bool:
        receipt = self._receipt(message)
        if receipt.state.is_final:
            self.table.apply(held_delete(message))
        if receipt.state is not DeliveryState.HELD:
            # It is in the queue, or settled: the post function has its say.
            return False
        now = self.clock()
        reason = FailureReason.TOO_OLD if is_active else FailureReason.LINK_ENDED
        if receipt.maybe_posted_since is None:
            after = receipt_life.fail(receipt, reason, now)
        else:
            after = receipt_life.doubt(receipt, now)
        try:
            self.receipts.save(
                receipt,
                after,
                notice_write(after, message.text, message.mentions),
                held_delete(message),
            )
        except ConditionFailed:
            return False
        return True

    def _receipt(self, message: OutboundMessage) -> Receipt:
        stored = self.receipts.get(message.link_id, message.spoken_at, message.id)
        return stored or self.receipts.open(message)
