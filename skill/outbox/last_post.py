"""The last message that was sent by voice, wherever it went."""

from collections.abc import Sequence
from dataclasses import dataclass

from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.store.errors import MalformedRecord
from skill.outbox.sending import POLL_SECONDS, WAIT_SECONDS
from skill.turn.parts import Outbox
from skill.turn.timing import Timing

MOST_RECIPIENTS = 25
MOST_ACTIONS = 50


@dataclass(frozen=True)
class LastPost:
    """What was said last, once for each recipient."""

    receipts: tuple[Receipt, ...]

    @property
    def spoken_at(self) -> float:
        """When it was spoken, in epoch seconds."""
        return self.receipts[0].spoken_at

    def places(self, *states: DeliveryState) -> list[Receipt]:
        """Return the receipts in one of these states."""
        return [receipt for receipt in self.receipts if receipt.state in states]


def last_post(link_id: str, outbox: Outbox) -> LastPost | None:
    """Return what this speaker sent last, or None."""
    recent = outbox.receipts.messages(link_id, MOST_RECIPIENTS)
    # What was said in one breath has one time; parts of it come in the order of their ids.
    said = [receipt for receipt in recent if receipt.spoken_at == recent[0].spoken_at]
    return LastPost(tuple(said)) if said else None


def last_post_to(
    names: frozenset[str], since: float, link_id: str, outbox: Outbox
) -> LastPost | None:
    """Return what was sent last, not before this epoch second, to a conversation so named."""
    recent = outbox.receipts.messages(link_id, MOST_RECIPIENTS)
    to_them = (
        receipt
        for receipt in recent
        if receipt.conversation_name in names and receipt.spoken_at >= since
    )
    last = next(to_them, None)
    if last is None:
        return None
    return LastPost(tuple(found for found in recent if found.spoken_at == last.spoken_at))


def settled(post: LastPost, outbox: Outbox, timing: Timing) -> LastPost:
    """Wait a moment for a post that is on its way just now, and return it as it then stands."""
    return timing.awaited(
        post,
        lambda seen: LastPost(tuple(_again(receipt, outbox) for receipt in seen.receipts)),
        lambda seen: not _is_moving(seen),
        seconds=WAIT_SECONDS,
        every=POLL_SECONDS,
    )


def unsent(post: LastPost, outbox: Outbox, but_by: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the ids of those of its messages that were taken back after they were posted.

    `but_by` are actions that do not count.
    """
    actions = outbox.receipts.actions(post.receipts[0].link_id, MOST_ACTIONS)
    gone = {
        (receipt.conversation_id, receipt.ts) for receipt in actions if _took_back(receipt, but_by)
    }
    return frozenset(
        receipt.command_id
        for receipt in post.receipts
        if (receipt.conversation_id, receipt.ts) in gone
    )


def in_order_of_names(receipts: Sequence[Receipt]) -> list[str]:
    """Return the places as they are said."""
    return sorted(dict.fromkeys(receipt.conversation_name for receipt in receipts))


def _took_back(receipt: Receipt, but_by: frozenset[str]) -> bool:
    if receipt.command_id in but_by:
        return False
    is_deletion = receipt.kind is CommandKind.DELETE_MESSAGE
    return is_deletion and receipt.state is DeliveryState.CONFIRMED


def _is_moving(post: LastPost) -> bool:
    return bool(post.places(DeliveryState.QUEUED, DeliveryState.CLAIMED))


def _again(receipt: Receipt, outbox: Outbox) -> Receipt:
    try:
        return outbox.receipts.of(receipt) or receipt
    except MalformedRecord:
        # A newer version has it in hand.
        return receipt
