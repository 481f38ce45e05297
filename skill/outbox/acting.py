"""Handing actions to the outbox and learning in time what became of them."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from postbox.outbox import action_receipt_life
from postbox.outbox.action import ActionReceipt, ActionState, OutboundAction
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from postbox.store.table import Write
from skill.outbox.sending import POLL_SECONDS, WAIT_SECONDS, Taken
from skill.services import Services

_NAMESPACE = uuid.UUID("0d1b3b4e-0f5c-4a55-8f0c-9be2b6a3f7a1")


@dataclass(frozen=True)
class Acted:
    """What a speaker can be told about an action at this moment."""

    action: OutboundAction
    taken: Taken
    action_receipt: ActionReceipt | None

    @property
    def state(self) -> ActionState | None:
        """What became of it so far; None where it was not taken, or nobody knows."""
        return (
            self.action_receipt.state if self.action_receipt and self.taken is Taken.YES else None
        )


def action_id(request_id: str, part: int = 0) -> str:
    """Return the action's id for an Alexa request id: the same request is the same action."""
    return str(uuid.uuid5(_NAMESPACE, f"{request_id}/{part}"))


@dataclass(frozen=True)
class Traces:
    """What is noted of an action beside its receipt."""

    made: Sequence[Write] = ()
    """Written with the first receipt, or not at all."""
    unmade: Sequence[Write] = ()
    """Written where the action could not be taken after all."""


def act(
    actions: Sequence[OutboundAction],
    services: Services,
    traces: Mapping[str, Traces] | None = None,
) -> list[Acted]:
    """Queue the actions, then wait a moment for what becomes of all of them.

    `traces` are by the actions' ids.
    """
    queued = [_queue(each, services, (traces or {}).get(each.id, Traces())) for each in actions]
    deadline = services.clock() + WAIT_SECONDS
    return [_awaited(each, deadline, services) for each in queued]


def _queue(action: OutboundAction, services: Services, traces: Traces) -> Acted:
    try:
        action_receipt = services.action_receipts.open(action, *traces.made)
    except MailboxUnavailable:
        # The receipt may have been written, but nothing is in the queue: nothing will be done.
        return Acted(action, Taken.NO, None)
    if not action_receipt.state.is_final:
        try:
            services.outbox.send(action)
        except MailboxUnavailable:
            taken = _withdraw(action, services, traces)
            if taken is not Taken.YES:
                return Acted(action, taken, None)
    return Acted(action, Taken.YES, action_receipt)


def _withdraw(action: OutboundAction, services: Services, traces: Traces) -> Taken:
    """Make sure that an action whose sending failed half-way is not done after all."""
    try:
        action_receipt = services.action_receipts.get(action.link_id, action.spoken_at, action.id)
        if action_receipt is None:
            return Taken.NO
        if (
            action_receipt.claimed_until is not None
            or action_receipt.attempts
            or action_receipt.state.is_final
        ):
            return Taken.YES
        withdrawn = action_receipt_life.withdraw(action_receipt, services.clock())
        services.action_receipts.save(action_receipt, withdrawn, *traces.unmade)
    except ConditionFailed:
        return Taken.YES
    except MailboxUnavailable:
        return Taken.UNKNOWN
    return Taken.NO


def _awaited(acted: Acted, deadline: float, services: Services) -> Acted:
    action_receipt, action = acted.action_receipt, acted.action
    if action_receipt is None:
        return acted
    while not action_receipt.state.is_final and services.clock() < deadline:
        services.sleep(POLL_SECONDS)
        try:
            stored = services.action_receipts.get(action.link_id, action.spoken_at, action.id)
        except MailboxUnavailable:
            break
        action_receipt = stored or action_receipt
    taken = Taken.NO if action_receipt.state is ActionState.WITHDRAWN else Taken.YES
    return Acted(action, taken, action_receipt)
