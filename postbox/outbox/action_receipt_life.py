"""How an action's receipt may change: pure steps from one state to the next.

    waiting ──done──> done, ──fail──> failed, ──doubt──> doubtful, ──withdraw──> withdrawn

A worker claims a waiting receipt for one attempt and gives it back when that settles nothing.
Storing a step is conditional on the revision before (action_receipts.py). A settled receipt takes
no step any more: ConditionFailed.
"""

from dataclasses import replace
from typing import Any

from postbox.outbox.action import ActionReceipt, ActionState
from postbox.outbox.receipt import FailureReason
from postbox.store.errors import ConditionFailed


def busy_until(action_receipt: ActionReceipt, now: float) -> float | None:
    """Until when another worker has the action, or None when it is free to be claimed."""
    return action_receipt.claimed_until if (action_receipt.claimed_until or 0) > now else None


def claim(action_receipt: ActionReceipt, now: float, lease: float) -> ActionReceipt:
    """Take the action for one attempt.

    A claim over an expired one inherits the doubt: the worker before may have died after its call.
    """
    since = action_receipt.maybe_done_since
    if since is None and action_receipt.claimed_until is not None:
        since = action_receipt.claimed_until - lease
    attempts, until = action_receipt.attempts + 1, now + lease
    return _next(action_receipt, attempts=attempts, maybe_done_since=since, claimed_until=until)


def give_back(action_receipt: ActionReceipt, *, maybe_done_since: float | None) -> ActionReceipt:
    """End an attempt that did not settle the action; the doubt, if any, is kept."""
    return _next(action_receipt, maybe_done_since=maybe_done_since, claimed_until=None)


def done(action_receipt: ActionReceipt, now: float) -> ActionReceipt:
    """It is in Slack as it was asked for."""
    return _settled(action_receipt, ActionState.DONE, now)


def fail(action_receipt: ActionReceipt, reason: FailureReason, now: float) -> ActionReceipt:
    """It surely was not done and will not be."""
    return _settled(action_receipt, ActionState.FAILED, now, reason)


def doubt(action_receipt: ActionReceipt, now: float) -> ActionReceipt:
    """Nobody could find out in time whether it was done."""
    return _settled(action_receipt, ActionState.DOUBTFUL, now, FailureReason.UNCONFIRMED)


def withdraw(action_receipt: ActionReceipt, now: float) -> ActionReceipt:
    """Its speaker took it back before Slack was asked."""
    return _settled(action_receipt, ActionState.WITHDRAWN, now)


def _settled(
    action_receipt: ActionReceipt,
    state: ActionState,
    now: float,
    reason: FailureReason | None = None,
) -> ActionReceipt:
    return _next(action_receipt, state=state, reason=reason, settled_at=now, claimed_until=None)


def _next(action_receipt: ActionReceipt, **changes: Any) -> ActionReceipt:
    if action_receipt.state.is_final:
        raise ConditionFailed(f"settled already: {action_receipt.state}")
    return replace(action_receipt, **changes)
