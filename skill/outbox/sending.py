"""Handing a message to the outbox and learning in time what became of it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from postbox.outbox import receipt_life
from postbox.outbox.message import OutboundMessage
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from skill.services import Services

WAIT_SECONDS = 1.5
"""For so long an answer waits for Slack's word, so that "Sent" is usual, and true."""
POLL_SECONDS = 0.1

_NAMESPACE = uuid.UUID("5a4c1c0e-8f0b-4a57-9b8b-0c1e64a5d1f7")


class Taken(Enum):
    """Whether the outbox has the message."""

    YES = "yes"
    NO = "no"
    """Surely not; it will not be posted."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Handover:
    """What a speaker can be told about a message at this moment."""

    taken: Taken
    receipt: Receipt | None


def message_id(request_id: str, part: int = 0) -> str:
    """Return the outbound id for an Alexa request id: the same request is the same message."""
    return str(uuid.uuid5(_NAMESPACE, f"{request_id}/{part}"))


def hand_over_all(messages: Sequence[OutboundMessage], services: Services) -> list[Handover]:
    """Queue the messages, then wait a moment for what becomes of all of them."""
    queued = [_queue(message, services) for message in messages]
    deadline = services.clock() + WAIT_SECONDS
    return [
        _awaited(message, handover, deadline, services)
        for message, handover in zip(messages, queued, strict=True)
    ]


def _queue(message: OutboundMessage, services: Services) -> Handover:
    try:
        receipt = services.receipts.open(message)
    except MailboxUnavailable:
        # The receipt may have been written, but nothing is in the queue: nothing will be posted.
        return Handover(Taken.NO, None)
    if not receipt.state.is_final:
        try:
            services.outbox.send(message)
        except MailboxUnavailable:
            taken = _withdraw(message, services)
            if taken is not Taken.YES:
                return Handover(taken, None)
    return Handover(Taken.YES, receipt)


def _awaited(
    message: OutboundMessage, handover: Handover, deadline: float, services: Services
) -> Handover:
    if handover.receipt is None:
        return handover
    receipt = _wait(message, handover.receipt, deadline, services)
    return Handover(_taken(receipt), receipt)


def _taken(receipt: Receipt) -> Taken:
    return Taken.NO if receipt.state is DeliveryState.WITHDRAWN else Taken.YES


def _withdraw(message: OutboundMessage, services: Services) -> Taken:
    """Make sure that a message whose sending failed half-way is not posted after all."""
    try:
        receipt = services.receipts.get(message.link_id, message.spoken_at, message.id)
        if receipt is None or receipt.state is not DeliveryState.QUEUED:
            return Taken.YES if receipt else Taken.NO
        services.receipts.save(receipt, receipt_life.withdraw(receipt, services.clock()))
    except ConditionFailed:
        return Taken.YES
    except MailboxUnavailable:
        return Taken.UNKNOWN
    return Taken.NO


def _wait(
    message: OutboundMessage, receipt: Receipt, deadline: float, services: Services
) -> Receipt:
    while not _tellable(receipt) and services.clock() < deadline:
        services.sleep(POLL_SECONDS)
        try:
            stored = services.receipts.get(message.link_id, message.spoken_at, message.id)
        except MailboxUnavailable:
            return receipt
        receipt = stored or receipt
    return receipt


def _tellable(receipt: Receipt) -> bool:
    return receipt.state.is_final or receipt.state is DeliveryState.HELD
