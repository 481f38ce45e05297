"""The net under everything: accepted messages that nothing settled in time are told about.

A queue can lose a message to its dead letters when a worker dies over it again and again.
"""

from postbox.outbox import receipt_life
from postbox.outbox.notices import notice_write
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.outbox.receipts import Receipts
from postbox.store.errors import ConditionFailed
from postbox.store.expiry import DAY

GRACE_SECONDS = 600
"""So long after its age limit the post Lambda has had its say."""
LOOKED_AT = 500


def settle_overdue(
    receipts: Receipts, link_id: str, now: float, max_message_age: float
) -> list[Receipt]:
    """Settle what is overdue and return it as it now stands."""
    settled = []
    for receipt in receipts.recent(link_id, LOOKED_AT):
        age = now - receipt.spoken_at
        if age > DAY:
            break
        waiting = receipt.state in {DeliveryState.QUEUED, DeliveryState.POSTING}
        if waiting and age > max_message_age + GRACE_SECONDS:
            after = _settled(receipt, now)
            try:
                settled.append(receipts.save(receipt, after, notice_write(after, "")))
            except ConditionFailed:
                continue
    return settled


def _settled(receipt: Receipt, now: float) -> Receipt:
    was_tried = receipt.state is DeliveryState.POSTING or receipt.maybe_posted_since is not None
    if was_tried:
        return receipt_life.doubt(receipt, now)
    return receipt_life.fail(receipt, FailureReason.TOO_OLD, now)
