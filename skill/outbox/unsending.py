"""Taking back what was sent last: in Slack, or before it gets there."""

from dataclasses import dataclass, field

from postbox.links.link import Link
from postbox.outbox import receipt_life
from postbox.outbox.commands import DeleteMessage
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.store.errors import ConditionFailed
from skill.outbox.last_post import LastPost, unsent
from skill.outbox.sending import Handover, action_id, hand_over
from skill.turn.parts import Outbox
from skill.turn.request import Request
from skill.turn.timing import Timing


@dataclass
class Unsending:
    """What became of each message of a post."""

    handovers: list[Handover] = field(default_factory=list)
    """Those that Slack was asked to delete."""
    never_sent: list[Receipt] = field(default_factory=list)
    """Those that will not be posted; now, or already before."""
    gone: list[Receipt] = field(default_factory=list)
    """Those that were unsent before."""
    stuck: list[Receipt] = field(default_factory=list)
    """Those of which nothing can be said but their receipt: failed, doubtful, on their way."""


def unsend(
    post: LastPost, link: Link, request: Request, outbox: Outbox, timing: Timing
) -> Unsending:
    """Take back all messages of a post; raises MailboxUnavailable before anything was done."""
    ids = {
        receipt.command_id: action_id(request.request_id, at)
        for at, receipt in enumerate(post.receipts)
    }
    before = unsent(post, outbox, but_by=frozenset(ids.values()))
    result, commands = Unsending(), []
    for receipt in post.receipts:
        last = _stopped(receipt, outbox, timing)
        if last.state is DeliveryState.WITHDRAWN:
            result.never_sent.append(last)
        elif last.state is not DeliveryState.CONFIRMED:
            result.stuck.append(last)
        elif last.ts is None or last.command_id in before:
            result.gone.append(last)
        else:
            commands.append(_command(last, last.ts, ids[last.command_id], link, request))
    result.handovers = hand_over(commands, outbox, timing)
    return result


def _stopped(receipt: Receipt, outbox: Outbox, timing: Timing) -> Receipt:
    """Keep a message that waits from being posted; return its receipt as it then stands."""
    if receipt.is_final or receipt_life.may_be_done(receipt):
        return receipt
    try:
        withdrawn = receipt_life.withdraw(receipt, timing.clock())
        return outbox.receipts.save(receipt, withdrawn)
    except ConditionFailed:
        return outbox.receipts.of(receipt) or receipt


def _command(
    receipt: Receipt, ts: str, identifier: str, link: Link, request: Request
) -> DeleteMessage:
    return DeleteMessage(
        id=identifier,
        link_id=link.link_id,
        team_id=link.team_id,
        conversation_id=receipt.conversation_id,
        conversation_name=receipt.conversation_name,
        spoken_at=request.spoken_at,
        locale=request.locale,
        ts=ts,
    )
