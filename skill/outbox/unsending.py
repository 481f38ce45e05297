"""Taking back what was sent last: in Slack, or before it gets there."""

from dataclasses import dataclass, field

from postbox.links.link import Link
from postbox.outbox import receipt_life
from postbox.outbox.action import ActionKind, OutboundAction
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.store.errors import ConditionFailed
from skill.outbox.acting import Acted, act, action_id
from skill.outbox.last_post import LastPost, unsent
from skill.services import Services
from skill.turn.context import Turn


@dataclass
class Unsending:
    """What became of each message of a post."""

    acted: list[Acted] = field(default_factory=list)
    """Those that Slack was asked to delete."""
    never_sent: list[Receipt] = field(default_factory=list)
    """Those that will not be posted; now, or already before."""
    gone: list[Receipt] = field(default_factory=list)
    """Those that were unsent before."""
    stuck: list[Receipt] = field(default_factory=list)
    """Those of which nothing can be said but their receipt: failed, doubtful, on their way."""


def unsend(post: LastPost, link: Link, turn: Turn, services: Services) -> Unsending:
    """Take back all messages of a post; raises MailboxUnavailable before anything was done."""
    ids = {each.message_id: action_id(turn.request_id, at) for at, each in enumerate(post.receipts)}
    before = unsent(post, services, but_by=frozenset(ids.values()))
    result, actions = Unsending(), []
    for receipt in post.receipts:
        last = _stopped(receipt, services)
        if last.state is DeliveryState.WITHDRAWN:
            result.never_sent.append(last)
        elif last.state is not DeliveryState.POSTED:
            result.stuck.append(last)
        elif last.ts is None or last.message_id in before:
            result.gone.append(last)
        else:
            actions.append(_action(last, ids[last.message_id], link, turn))
    result.acted = act(actions, services)
    return result


def _stopped(receipt: Receipt, services: Services) -> Receipt:
    """Keep a message that waits from being posted; return its receipt as it then stands."""
    if receipt.state not in {DeliveryState.QUEUED, DeliveryState.HELD}:
        return receipt
    if receipt.maybe_posted_since is not None:
        return receipt
    try:
        withdrawn = receipt_life.withdraw(receipt, services.clock())
        return services.receipts.save(receipt, withdrawn)
    except ConditionFailed:
        again = services.receipts.get(receipt.link_id, receipt.spoken_at, receipt.message_id)
        return again or receipt


def _action(receipt: Receipt, identifier: str, link: Link, turn: Turn) -> OutboundAction:
    return OutboundAction(
        id=identifier,
        kind=ActionKind.UNSEND,
        link_id=link.link_id,
        team_id=link.team_id,
        conversation_id=receipt.conversation_id,
        conversation_name=receipt.conversation_name,
        spoken_at=turn.spoken_at,
        locale=turn.locale,
        ts=receipt.ts,
    )
