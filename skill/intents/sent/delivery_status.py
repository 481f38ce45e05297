""" "Did it go through?" """

from collections.abc import Mapping

from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from skill.composing.composer import SendingComposer
from skill.intents.sent.own_messages import CHANNEL, RECIPIENT, own_to, own_typed, said_typed
from skill.outbox.last_post import LastPost, in_order_of_names, last_post, unsent
from skill.outbox.reasons import reason_for
from skill.outbox.sent import link_is_broken
from skill.speech.keys import Key
from skill.speech.said import Said, all_of, say, without_repeats
from skill.turn.context import Turn
from skill.turn.parts import Speaker
from skill.turn.reply import Reply

UNSENT: Key = "status_unsent"
WAITS: Key = "status_waiting"
SENTENCES: Mapping[DeliveryState, Key] = {
    DeliveryState.CONFIRMED: "status_posted",
    DeliveryState.FAILED: "status_failed",
    DeliveryState.DOUBTFUL: "not_confirmed",
    DeliveryState.HELD: "status_held",
    DeliveryState.WITHDRAWN: "status_withdrawn",
}
"""What is said of a message in these states; in others it waits."""

_Fate = tuple[Key, FailureReason | None]
"""A sentence, and the reason that it tells."""


def handle(turn: Turn) -> Reply:
    """Tell what became of the last message, wherever it was to go, or of the last one to a name."""
    spoken = turn.slots.get(CHANNEL) or turn.slots.get(RECIPIENT) or ""
    return _to_one(spoken, SendingComposer.of(turn)) if spoken else _anywhere(turn)


def _to_one(spoken: str, composer: SendingComposer) -> Reply:
    found, typed = own_to(spoken, composer)
    if typed:
        return Reply(said_typed(typed, composer.reader))
    if found is None:
        return Reply(say("no_own_message_to", name=spoken))
    gone = unsent(LastPost((found,)), composer.outbox)
    fate = _fate(found, found.command_id in gone, composer.speaker)
    return Reply(_said(fate, [found]), tells_of=frozenset({found.command_id}))


def _anywhere(turn: Turn) -> Reply:
    post = last_post(turn.link_id, turn.outbox)
    typed = own_typed(list(post.receipts) if post else [], turn)
    if typed:
        return Reply(typed)
    if post is None:
        return Reply(say("status_none"))
    gone = unsent(post, turn.outbox)
    fates: dict[_Fate, list[Receipt]] = {}
    for receipt in sorted(post.receipts, key=lambda one: one.conversation_name):
        fate = _fate(receipt, receipt.command_id in gone, turn.speaker)
        fates.setdefault(fate, []).append(receipt)
    said = without_repeats(_said(fate, receipts) for fate, receipts in fates.items())
    return Reply(said, tells_of=frozenset(receipt.command_id for receipt in post.receipts))


def _fate(receipt: Receipt, is_gone: bool, speaker: Speaker) -> _Fate:
    if is_gone:
        return UNSENT, None
    if receipt.state is DeliveryState.HELD and not link_is_broken(receipt.link_id, speaker):
        return WAITS, None
    failed = receipt.state is DeliveryState.FAILED
    reason = (receipt.reason or FailureReason.OTHER) if failed else None
    return SENTENCES.get(receipt.state, WAITS), reason


def _said(fate: _Fate, receipts: list[Receipt]) -> Said:
    key, reason = fate
    places = all_of(in_order_of_names(receipts))
    if reason is None:
        return say(key, conversation=places)
    return say(key, conversation=places, reason=reason_for(reason))
