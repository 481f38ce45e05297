"""How a receipt may change: pure steps from one state to the next.

    queued ──claim──> posting ──confirm──> posted
      │ ^                │ └──fail──> failed, ──doubt──> doubtful
      │ └────give_back───┘
      ├──hold──> held ──requeue──> queued
      └──withdraw──> withdrawn

Each step returns the next revision; storing it is conditional on the one before (receipts.py), so
that of two workers one wins and the other reads again. A settled receipt takes no step any more:
ConditionFailed.
"""

from dataclasses import replace
from typing import Any

from postbox.outbox.message import OutboundMessage
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.store.errors import ConditionFailed


def opened(message: OutboundMessage) -> Receipt:
    """The first receipt of an accepted message."""
    return Receipt(
        message_id=message.id,
        link_id=message.link_id,
        conversation_id=message.conversation_id,
        conversation_name=message.conversation_name,
        spoken_at=message.spoken_at,
        state=DeliveryState.QUEUED,
    )


def busy_until(receipt: Receipt, now: float) -> float | None:
    """Until when another worker has the message, or None when it is free to be claimed."""
    if receipt.state is DeliveryState.POSTING and (receipt.claimed_until or 0) > now:
        return receipt.claimed_until
    return None


def claim(receipt: Receipt, worker: str, now: float, lease: float) -> Receipt:
    """Take the message for one attempt.

    A claim over an expired one inherits the doubt: the worker before may have died after its call.
    """
    died = receipt.state is DeliveryState.POSTING
    since = receipt.maybe_posted_since
    if died and since is None:
        since = (receipt.claimed_until or now) - lease
    return _next(
        receipt,
        state=DeliveryState.POSTING,
        attempts=receipt.attempts + 1,
        maybe_posted_since=since,
        claimed_by=worker,
        claimed_until=now + lease,
    )


def give_back(receipt: Receipt, *, maybe_posted_since: float | None) -> Receipt:
    """End an attempt that did not settle the message; the doubt, if any, is kept."""
    return _next(
        receipt,
        state=DeliveryState.QUEUED,
        maybe_posted_since=maybe_posted_since,
        claimed_by=None,
        claimed_until=None,
    )


def confirm(receipt: Receipt, ts: str | None, now: float) -> Receipt:
    """Slack has the message, at this ts (None when it was deleted there already)."""
    return _settled(receipt, DeliveryState.POSTED, now, ts=ts)


def fail(receipt: Receipt, reason: FailureReason, now: float) -> Receipt:
    """The message is surely not in Slack and will not be."""
    return _settled(receipt, DeliveryState.FAILED, now, reason=reason)


def doubt(receipt: Receipt, now: float) -> Receipt:
    """Nobody could find out in time whether Slack has the message."""
    return _settled(receipt, DeliveryState.DOUBTFUL, now, reason=FailureReason.UNCONFIRMED)


def withdraw(receipt: Receipt, now: float) -> Receipt:
    """The speaker was told that the message was not taken."""
    return _settled(receipt, DeliveryState.WITHDRAWN, now)


def hold(receipt: Receipt) -> Receipt:
    """The speaker's link is broken; the message waits outside the queue."""
    return _next(
        receipt,
        state=DeliveryState.HELD,
        claimed_by=None,
        claimed_until=None,
    )


def requeue(receipt: Receipt) -> Receipt:
    """A held message goes back to the queue, its attempts and doubts kept."""
    return _next(receipt, state=DeliveryState.QUEUED, claimed_by=None, claimed_until=None)


def _settled(
    receipt: Receipt,
    state: DeliveryState,
    now: float,
    *,
    ts: str | None = None,
    reason: FailureReason | None = None,
) -> Receipt:
    return _next(
        receipt,
        state=state,
        ts=ts,
        reason=reason,
        settled_at=now,
        claimed_by=None,
        claimed_until=None,
    )


def _next(receipt: Receipt, **changes: Any) -> Receipt:
    if receipt.state.is_final:
        raise ConditionFailed(f"settled already: {receipt.state}")
    return replace(receipt, **changes, revision=receipt.revision + 1)
