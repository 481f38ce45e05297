"""Messages that waited for a link go back to the queue, in the order spoken, once it works."""

from postbox.frozen import Frozen
from postbox.outbox import receipt_life
from postbox.outbox.commands import SendMessage
from postbox.outbox.held import HeldMessages, held_delete
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipt import DeliveryState
from postbox.outbox.receipts import Receipts
from postbox.store.errors import ConditionFailed
from postbox.store.table import Table


class Release(Frozen):
    """Looks after the held messages of a link; what waited too long is the net's."""

    table: Table
    receipts: Receipts
    held: HeldMessages
    outbox: OutboxQueue

    def release(self, link_id: str) -> int:
        """Return how many messages went back to the queue."""
        return sum(self._release(message) for message in self.held.of(link_id))

    def _release(self, message: SendMessage) -> bool:
        """Requeue first and send next: dying between leaves the sending to be done again.

        The message stays among the held ones until it is settled, so that later ones of its
        conversation that are in the queue before it know that they have to wait.
        """
        receipt = self.receipts.of(message) or self.receipts.open(message)
        if receipt.is_final:
            self.table.apply(held_delete(message))
            return False
        if receipt.state is DeliveryState.HELD:
            try:
                receipt = self.receipts.save(receipt, receipt_life.requeue(receipt))
            except ConditionFailed:
                return False
        self.outbox.send(message, f".{message.spoken_at}.{receipt.attempts}")
        return True
