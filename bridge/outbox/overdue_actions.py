"""The net under actions: those that nothing settled in time are told about.

A queue can lose an action to its dead letters when a worker dies over it again and again.
"""

from bridge.outbox.actions.deadlines import LONGEST_SECONDS
from bridge.outbox.overdue import GRACE_SECONDS
from postbox.outbox import action_receipt_life
from postbox.outbox.action import ActionKind, ActionReceipt, ActionState
from postbox.outbox.action_receipts import ActionReceipts
from postbox.outbox.notices import action_notice_write
from postbox.outbox.receipt import FailureReason
from postbox.store.errors import ConditionFailed
from postbox.store.expiry import DAY

LOOKED_AT = 500
_PATIENT = {ActionKind.SCHEDULE, ActionKind.UNSCHEDULE}


def settle_overdue_actions(
    action_receipts: ActionReceipts, link_id: str, now: float, max_age: float
) -> list[ActionReceipt]:
    """Settle what is overdue and return it as it now stands."""
    settled = []
    for action_receipt in action_receipts.recent(link_id, LOOKED_AT):
        age = now - action_receipt.spoken_at
        if age > DAY:
            break
        longest = LONGEST_SECONDS if action_receipt.kind in _PATIENT else max_age
        if action_receipt.state is ActionState.WAITING and age > longest + GRACE_SECONDS:
            after = _settled(action_receipt, now)
            try:
                settled.append(
                    action_receipts.save(action_receipt, after, action_notice_write(after))
                )
            except ConditionFailed:
                continue
    return settled


def _settled(action_receipt: ActionReceipt, now: float) -> ActionReceipt:
    if action_receipt.claimed_until is not None or action_receipt.maybe_done_since is not None:
        return action_receipt_life.doubt(action_receipt, now)
    return action_receipt_life.fail(action_receipt, FailureReason.TOO_OLD, now)
