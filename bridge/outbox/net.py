"""The net under everything: accepted commands that nothing settled in time are told about.

A queue can lose a record to its dead letters when a worker dies over it again and again; a held
message can wait in vain; a receipt can be damaged. However old it is, its speaker is told.
"""

from collections.abc import Callable

from bridge.outbox.deadlines import LONGEST_SECONDS, PATIENT
from postbox.frozen import Frozen
from postbox.links.link import LinkState
from postbox.links.stores.links import Links
from postbox.outbox import receipt_life
from postbox.outbox.held import HeldMessages, held_delete
from postbox.outbox.notices import doubt_write, notice_write
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.outbox.receipts import Receipts
from postbox.outbox.unreadable import UnreadableReceipt
from postbox.store.errors import ConditionFailed
from postbox.store.keys import DAY

GRACE_SECONDS = 600
"""So long after its age limit the post Lambda has had its say."""

Overdue = Receipt | UnreadableReceipt


class Net(Frozen):
    """Looks after what a link asked for."""

    receipts: Receipts
    held: HeldMessages
    links: Links
    clock: Callable[[], float]
    max_message_age: float

    def settle(self, link_id: str) -> int:
        """Settle what is overdue; return how much it was."""
        now, is_linked = self.clock(), self._is_linked(link_id)
        settled, oldest = 0, now - DAY
        for receipt in self.receipts.unsettled(link_id):
            if self._is_overdue(receipt, now) and self._settle(receipt, now, is_linked=is_linked):
                settled += 1
            else:
                oldest = min(oldest, receipt.spoken_at)
        self.receipts.settled_until(link_id, oldest)
        return settled

    def _is_overdue(self, receipt: Overdue, now: float) -> bool:
        if isinstance(receipt, Receipt) and receipt.state is DeliveryState.HELD:
            return now - receipt.spoken_at > self.max_message_age
        is_patient = receipt.kind in PATIENT or receipt.kind is None
        longest = LONGEST_SECONDS if is_patient else self.max_message_age
        return now - receipt.spoken_at > longest + GRACE_SECONDS

    def _settle(self, receipt: Overdue, now: float, *, is_linked: bool) -> bool:
        try:
            if isinstance(receipt, UnreadableReceipt):
                self.receipts.give_up(receipt, now, doubt_write(receipt))
            elif receipt.state is DeliveryState.HELD:
                self._give_up_held(receipt, now, is_linked=is_linked)
            else:
                after = _settled(receipt, FailureReason.TOO_OLD, now)
                self.receipts.save(receipt, after, notice_write(after))
        except ConditionFailed:
            return False
        return True

    def _give_up_held(self, receipt: Receipt, now: float, *, is_linked: bool) -> None:
        reason = FailureReason.TOO_OLD if is_linked else FailureReason.LINK_ENDED
        after, message = _settled(receipt, reason, now), self.held.get(receipt)
        words = (message.text, message.mentions) if message else ()
        self.receipts.save(receipt, after, notice_write(after, *words), held_delete(receipt))

    def _is_linked(self, link_id: str) -> bool:
        link = self.links.readable(link_id)
        return link is not None and link.state is LinkState.ACTIVE


def _settled(receipt: Receipt, reason: FailureReason, now: float) -> Receipt:
    if receipt_life.may_be_done(receipt):
        return receipt_life.doubt(receipt, now)
    return receipt_life.fail(receipt, reason, now)
