"""Handing actions to the outbox and learning in time what became of them."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mailbox import deed_life
from mailbox.action import Deed, DeedState, OutboundAction
from mailbox.errors import ConditionFailed, MailboxUnavailable
from mailbox.table import Write
from skill.outbox.sending import POLL_SECONDS, WAIT_SECONDS, Taken
from skill.services import Services

_NAMESPACE = uuid.UUID("0d1b3b4e-0f5c-4a55-8f0c-9be2b6a3f7a1")


@dataclass(frozen=True)
class Acted:
    """What a speaker can be told about an action at this moment."""

    action: OutboundAction
    taken: Taken
    deed: Deed | None

    @property
    def state(self) -> DeedState | None:
        """What became of it so far; None where it was not taken, or nobody knows."""
        return self.deed.state if self.deed and self.taken is Taken.YES else None


def action_id(request_id: str, part: int = 0) -> str:
    """Return the action's id for an Alexa request id: the same request is the same action."""
    return str(uuid.uuid5(_NAMESPACE, f"{request_id}/{part}"))


@dataclass(frozen=True)
class Traces:
    """What is noted of an action beside its deed."""

    made: Sequence[Write] = ()
    """Written with the first deed, or not at all."""
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
        deed = services.deeds.open(action, *traces.made)
    except MailboxUnavailable:
        # The deed may have been written, but nothing is in the queue: nothing will be done.
        return Acted(action, Taken.NO, None)
    if not deed.state.is_final:
        try:
            services.outbox.send(action)
        except MailboxUnavailable:
            taken = _withdraw(action, services, traces)
            if taken is not Taken.YES:
                return Acted(action, taken, None)
    return Acted(action, Taken.YES, deed)


def _withdraw(action: OutboundAction, services: Services, traces: Traces) -> Taken:
    """Make sure that an action whose sending failed half-way is not done after all."""
    try:
        deed = services.deeds.get(action.link_id, action.spoken_at, action.id)
        if deed is None:
            return Taken.NO
        if deed.claimed_until is not None or deed.attempts or deed.state.is_final:
            return Taken.YES
        withdrawn = deed_life.withdraw(deed, services.clock())
        services.deeds.save(deed, withdrawn, *traces.unmade)
    except ConditionFailed:
        return Taken.YES
    except MailboxUnavailable:
        return Taken.UNKNOWN
    return Taken.NO


def _awaited(acted: Acted, deadline: float, services: Services) -> Acted:
    deed, action = acted.deed, acted.action
    if deed is None:
        return acted
    while not deed.state.is_final and services.clock() < deadline:
        services.sleep(POLL_SECONDS)
        try:
            stored = services.deeds.get(action.link_id, action.spoken_at, action.id)
        except MailboxUnavailable:
            break
        deed = stored or deed
    taken = Taken.NO if deed.state is DeedState.WITHDRAWN else Taken.YES
    return Acted(action, taken, deed)
