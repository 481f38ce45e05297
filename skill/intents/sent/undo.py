""" "Unsend that", "undo", "delete my last message"."""

from collections.abc import Sequence

from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState, Receipt
from skill.composing.composer import SendingComposer
from skill.composing.sent.taking_back import asked_of, take_back_from, take_back_last
from skill.outbox.last_post import last_post
from skill.outbox.unscheduling import take_back as unschedule
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.answers.edges import without_asking
from skill.understanding.language import language

UNSEND = "UnsendIntent"
UNDO = "UndoIntent"
RECIPIENT = "recipient"

_LOOKED_AT = 20
_UNDOABLE = {
    CommandKind.ADD_REACTION,
    CommandKind.UPDATE_MESSAGE,
    CommandKind.SCHEDULE_MESSAGE,
    CommandKind.CANCEL_SCHEDULED,
}


def handle_unsend(turn: Turn) -> Reply:
    """Take back the message that was sent last, or that to whom is named, if that was just now."""
    return taken_back(SendingComposer.of(turn))


def taken_back(composer: SendingComposer, names: Sequence[str] = ()) -> Reply:
    """Take back what was sent last, or to whom is named, and say what became of it."""
    slot = composer.request.slots.get(RECIPIENT, "").strip()
    # Alexa's slot for a name takes the "please" behind it along.
    named = without_asking(slot, language(composer.request.locale))
    names = names or ((named,) if named else asked_of(composer.request))
    if names:
        return take_back_from(names, composer)
    return take_back_last(composer.link, composer.request, composer.outbox, composer.timing)


def handle_undo(turn: Turn) -> Reply:
    """Take back what was done last, as far as that can be."""
    link, outbox, timing = turn.link, turn.outbox, turn.timing
    post = last_post(link.link_id, outbox)
    last = _last_action(turn)
    if last is None or (post is not None and post.spoken_at >= last.spoken_at):
        return take_back_last(link, turn, outbox, timing)
    if last.kind is CommandKind.ADD_REACTION:
        return Reply(say("cannot_undo_reaction"))
    if last.kind is CommandKind.UPDATE_MESSAGE:
        return Reply(say("cannot_undo_change"))
    if last.kind is CommandKind.CANCEL_SCHEDULED:
        return Reply(say("cannot_undo_unscheduling"))
    waiting = outbox.schedules.of(link.link_id, timing.clock())
    scheduled = [message for message in waiting if message.command_id == last.command_id]
    return unschedule(scheduled, link, turn, outbox, timing)


def _last_action(turn: Turn) -> Receipt | None:
    """Return what was last done beside sending; a repeated request does not see itself."""
    for receipt in turn.outbox.receipts.actions(turn.link_id, _LOOKED_AT):
        failed = receipt.state in {DeliveryState.FAILED, DeliveryState.WITHDRAWN}
        if receipt.kind in _UNDOABLE and not failed and receipt.spoken_at < turn.spoken_at:
            return receipt
    return None
