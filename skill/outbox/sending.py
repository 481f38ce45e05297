"""Handing commands to the outbox and learning in time what became of them."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from postbox.outbox import receipt_life
from postbox.outbox.commands import Command
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.store.errors import ConditionFailed, MailboxUnavailable, MalformedRecord
from postbox.store.items import Write
from skill.turn.parts import Outbox
from skill.turn.timing import Timing

WAIT_SECONDS = 1.5
"""For so long an answer waits for Slack's word, so that "Sent" is usual, and true."""
POLL_SECONDS = 0.1

_MESSAGES = uuid.UUID("5a4c1c0e-8f0b-4a57-9b8b-0c1e64a5d1f7")
_ACTIONS = uuid.UUID("0d1b3b4e-0f5c-4a55-8f0c-9be2b6a3f7a1")


class Taken(Enum):
    """Whether the outbox has a command."""

    YES = "yes"
    NO = "no"
    """Surely not; it will not be carried out."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Handover:
    """What a speaker can be told about a command at this moment."""

    command: Command
    taken: Taken
    receipt: Receipt | None

    @property
    def state(self) -> DeliveryState | None:
        """What became of it so far; None where it was not taken, or nobody knows."""
        return self.receipt.state if self.receipt and self.taken is Taken.YES else None

    @property
    def is_confirmed(self) -> bool:
        """Whether Slack has it."""
        return self.state is DeliveryState.CONFIRMED

    @property
    def is_moving(self) -> bool:
        """Whether something will still become of it."""
        return self.state is not None and not self.state.is_final


@dataclass(frozen=True)
class Traces:
    """What is noted of a command beside its receipt."""

    made: Sequence[Write] = ()
    """Written with the first receipt, or not at all."""
    unmade: Sequence[Write] = ()
    """Written where the command could not be taken after all."""


def message_id(request_id: str, part: int = 0) -> str:
    """Return a message's id for an Alexa request id: the same request is the same message."""
    return str(uuid.uuid5(_MESSAGES, f"{request_id}/{part}"))


def action_id(request_id: str, part: int = 0) -> str:
    """Return the id of what is done beside messages: the same request is the same command."""
    return str(uuid.uuid5(_ACTIONS, f"{request_id}/{part}"))


def hand_over(
    commands: Sequence[Command],
    outbox: Outbox,
    timing: Timing,
    traces: Mapping[str, Traces] | None = None,
) -> list[Handover]:
    """Queue the commands, then wait a moment for what becomes of all of them.

    `traces` are by the commands' ids.
    """
    noted = traces or {}
    queued = [
        _queued(command, outbox, timing, noted.get(command.id, Traces())) for command in commands
    ]
    # All of them share these seconds.
    waiting = timing.until(min(timing.deadline, timing.clock() + WAIT_SECONDS))
    return [_awaited(handover, outbox, waiting) for handover in queued]


def _queued(command: Command, outbox: Outbox, timing: Timing, traces: Traces) -> Handover:
    try:
        receipt = outbox.receipts.open(command, *traces.made)
    except MailboxUnavailable:
        # The receipt may have been written, but nothing is in the queue: nothing will be done.
        return Handover(command, Taken.NO, None)
    if not receipt.is_final:
        try:
            outbox.queue.send(command)
        except MailboxUnavailable:
            taken = _withdrawn(command, outbox, timing, traces)
            if taken is not Taken.YES:
                return Handover(command, taken, None)
    return Handover(command, Taken.YES, receipt)


def _withdrawn(command: Command, outbox: Outbox, timing: Timing, traces: Traces) -> Taken:
    """Make sure that a command whose sending failed half-way is not carried out after all."""
    try:
        receipt = outbox.receipts.of(command)
        if receipt is None:
            return Taken.NO
        withdrawn = receipt_life.withdraw(receipt, timing.clock())
        outbox.receipts.save(receipt, withdrawn, *traces.unmade)
    except ConditionFailed:
        return Taken.YES
    except (MailboxUnavailable, MalformedRecord):
        return Taken.UNKNOWN
    return Taken.NO


def _awaited(handover: Handover, outbox: Outbox, timing: Timing) -> Handover:
    if handover.receipt is None:
        return handover
    receipt, _ = timing.awaited(
        (handover.receipt, True),
        lambda seen: _looked_at(seen[0], outbox),
        lambda seen: _is_tellable(seen[0]) or not seen[1],
        seconds=WAIT_SECONDS,
        every=POLL_SECONDS,
    )
    taken = Taken.NO if receipt.state is DeliveryState.WITHDRAWN else Taken.YES
    return replace(handover, taken=taken, receipt=receipt)


def _looked_at(receipt: Receipt, outbox: Outbox) -> tuple[Receipt, bool]:
    """Return a receipt as it stands, and whether it is worth looking at once more."""
    try:
        return outbox.receipts.of(receipt) or receipt, True
    except (MailboxUnavailable, MalformedRecord):
        # A newer version may have it in hand: it is on its way.
        return receipt, False


def _is_tellable(receipt: Receipt) -> bool:
    return receipt.is_final or receipt.state is DeliveryState.HELD
