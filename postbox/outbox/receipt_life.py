"""How a receipt may change: pure steps from one state to the next, the same for every command.

    queued ──claim──> claimed ──confirm──> confirmed
      │ ^                │ └──fail──> failed, ──doubt──> doubtful
      │ └────give_back───┘
      ├──hold──> held ──requeue──> queued, ──claim──> claimed
      └──withdraw──> withdrawn

Messages that are held leave the queue; a copy of it that comes late may still carry one out.

Each step returns the next revision; storing it is conditional on the one before (receipts.py), so
that of two workers one wins and the other reads again. A settled receipt takes no step any more,
and one of which a call was made, or is being made, is not withdrawn: ConditionFailed.
"""

from dataclasses import replace
from typing import Any

from postbox.outbox.commands import Command
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.store.errors import ConditionFailed


def opened(command: Command) -> Receipt:
    """The first receipt of an accepted command."""
    return Receipt(
        command_id=command.id,
        kind=command.kind,
        link_id=command.link_id,
        conversation_id=command.conversation_id,
        conversation_name=command.conversation_name,
        spoken_at=command.spoken_at,
        ts=getattr(command, "ts", None),
    )


def busy_until(receipt: Receipt, now: float) -> float | None:
    """Until when another worker has the command, or None when it is free to be claimed."""
    if receipt.state is DeliveryState.CLAIMED and (receipt.claimed_until or 0) > now:
        return receipt.claimed_until
    return None


def may_be_done(receipt: Receipt) -> bool:
    """Whether a call was made, or is being made, of which nobody knows what came of it."""
    return receipt.state is DeliveryState.CLAIMED or receipt.maybe_done_since is not None


def claim(receipt: Receipt, worker: str, now: float, lease: float) -> Receipt:
    """Take the command for one attempt.

    A claim over an expired one inherits the doubt: the worker before may have died after its call.
    """
    died = receipt.state is DeliveryState.CLAIMED
    since = receipt.maybe_done_since
    if died and since is None:
        since = (receipt.claimed_until or now) - lease
    return _next(
        receipt,
        DeliveryState.CLAIMED,
        attempts=receipt.attempts + 1,
        maybe_done_since=since,
        claimed_by=worker,
        claimed_until=now + lease,
    )


def give_back(receipt: Receipt, since: float | None = None) -> Receipt:
    """End an attempt that did not settle the command.

    `since` is when its call was made, if nobody knows what came of it; an earlier doubt is kept.
    """
    doubted = since if receipt.maybe_done_since is None else receipt.maybe_done_since
    return _next(receipt, DeliveryState.QUEUED, maybe_done_since=doubted)


def confirm(receipt: Receipt, ts: str | None, now: float) -> Receipt:
    """Slack has it; a message at this ts (None when it was deleted there already)."""
    return _next(receipt, DeliveryState.CONFIRMED, ts=ts, settled_at=now)


def fail(receipt: Receipt, reason: FailureReason, now: float) -> Receipt:
    """It surely was not done and will not be."""
    return _next(receipt, DeliveryState.FAILED, reason=reason, settled_at=now)


def doubt(receipt: Receipt, now: float) -> Receipt:
    """Nobody could find out in time whether it was done."""
    reason = FailureReason.UNCONFIRMED
    return _next(receipt, DeliveryState.DOUBTFUL, reason=reason, settled_at=now)


def withdraw(receipt: Receipt, now: float) -> Receipt:
    """The speaker takes it back, or was told that it was not taken; Slack was never asked."""
    if may_be_done(receipt):
        raise ConditionFailed("Slack may have it")
    return _next(receipt, DeliveryState.WITHDRAWN, settled_at=now)


def stop(receipt: Receipt, now: float) -> Receipt:
    """The worker that has it leaves it: its speaker took it back, and Slack has not got it."""
    if receipt.state is not DeliveryState.CLAIMED:
        raise ConditionFailed("nobody has it")
    return _next(receipt, DeliveryState.WITHDRAWN, settled_at=now)


def hold(receipt: Receipt) -> Receipt:
    """The speaker's link is broken; the message waits outside the queue, any doubt kept."""
    return _next(receipt, DeliveryState.HELD)


def requeue(receipt: Receipt) -> Receipt:
    """A held message goes back to the queue, its attempts and doubts kept."""
    return _next(receipt, DeliveryState.QUEUED)


def _next(receipt: Receipt, state: DeliveryState, **changes: Any) -> Receipt:
    if receipt.state.is_final:
        raise ConditionFailed(f"settled already: {receipt.state}")
    unclaimed = {"claimed_by": None, "claimed_until": None}
    revision = receipt.revision + 1
    return replace(receipt, **{**unclaimed, "state": state, "revision": revision, **changes})
