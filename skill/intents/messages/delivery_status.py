""" "Did it go through?" """

from postbox.outbox.receipt import DeliveryState, Receipt
from skill.outbox.last_post import in_order_of_names, last_post, unsent
from skill.outbox.reasons import reason_for
from skill.outbox.sent import link_is_broken
from skill.services import Services
from skill.speech.phrases import Phrases
from skill.speech.sentences import joined, listed
from skill.turn.context import Turn
from skill.turn.reply import Reply

UNSENT = "status_unsent"
WAITS = "status_waiting"
SENTENCES = {
    DeliveryState.CONFIRMED: "status_posted",
    DeliveryState.FAILED: "status_failed",
    DeliveryState.DOUBTFUL: "not_confirmed",
    DeliveryState.HELD: "status_held",
    DeliveryState.WITHDRAWN: "status_withdrawn",
}
"""What is said of a message in these states; in others it waits."""

_Fate = tuple[str, str]
"""A sentence, and the reason that it tells."""


def handle(turn: Turn, services: Services) -> Reply:
    """Tell what became of the last message, wherever it was to go."""
    post = last_post(turn.link_id, services)
    if post is None:
        return Reply(turn.phrases["status_none"])
    gone = unsent(post, services)
    fates: dict[_Fate, list[Receipt]] = {}
    for each in sorted(post.receipts, key=lambda one: one.conversation_name):
        fate = _fate(each, each.command_id in gone, turn, services)
        fates.setdefault(fate, []).append(each)
    said = [_said(fate, receipts, turn.phrases) for fate, receipts in fates.items()]
    return Reply(joined(said), speaks_of=frozenset(each.command_id for each in post.receipts))


def _fate(receipt: Receipt, is_gone: bool, turn: Turn, services: Services) -> _Fate:
    if is_gone:
        return UNSENT, ""
    if receipt.state is DeliveryState.HELD and not link_is_broken(receipt.link_id, services):
        return WAITS, ""
    failed = receipt.state is DeliveryState.FAILED
    reason = reason_for(receipt.reason, turn.phrases) if failed else ""
    return SENTENCES.get(receipt.state, WAITS), reason


def _said(fate: _Fate, receipts: list[Receipt], phrases: Phrases) -> str:
    key, reason = fate
    places = listed(in_order_of_names(receipts), phrases.plain("and"))
    return phrases.say(key, conversation=places, reason=reason)
