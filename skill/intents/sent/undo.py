""" "Unsend that", "undo", "delete my last message"."""

from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState, Receipt
from skill.composing.composer import Composer
from skill.outbox.acting_told import told
from skill.outbox.last_post import LastPost, in_order_of_names, last_post, settled
from skill.outbox.reasons import bad_news
from skill.outbox.sending import Handover
from skill.outbox.unscheduling import take_back
from skill.outbox.unsending import Unsending, unsend
from skill.speech.said import Listed, Said, all_of, say, without_repeats
from skill.turn.context import Turn
from skill.turn.question import SAID_SLOT, Pending, Question
from skill.turn.reply import Reply

UNSEND = "UnsendIntent"
UNSEND_FROM = "UnsendFromIntent"
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
    """Take back the message that was sent last, wherever it went."""
    return _unsend(turn)


def asked(turn: Turn) -> Reply:
    """Ask whether the message that was sent last is to be taken back."""
    post = last_post(turn.link.link_id, turn.outbox)
    if post is None:
        return Reply(say("status_none"))
    names = _names(list(post.receipts))
    question = Question(Pending.UNSEND, say("confirm_unsend_reprompt"), elicits=SAID_SLOT)
    return Reply(say("confirm_unsend", conversation=names), question)


def handle_unsend_from(turn: Turn) -> Reply:
    """Take back the message that was sent last, if it went to whom is named."""
    return _unsend_from(Composer.of(turn))


def handle_undo(turn: Turn) -> Reply:
    """Take back what was done last, as far as that can be."""
    link, outbox, timing = turn.link, turn.outbox, turn.timing
    post = last_post(link.link_id, outbox)
    last = _last_action(turn)
    if last is None or (post is not None and post.spoken_at >= last.spoken_at):
        return _unsend(turn)
    if last.kind is CommandKind.ADD_REACTION:
        return Reply(say("cannot_undo_reaction"))
    if last.kind is CommandKind.UPDATE_MESSAGE:
        return Reply(say("cannot_undo_change"))
    if last.kind is CommandKind.CANCEL_SCHEDULED:
        return Reply(say("cannot_undo_unscheduling"))
    waiting = outbox.schedules.of(link.link_id, timing.clock())
    scheduled = [message for message in waiting if message.command_id == last.command_id]
    return take_back(scheduled, link, turn, outbox, timing)


def _last_action(turn: Turn) -> Receipt | None:
    """Return what was last done beside sending; a repeated request does not see itself."""
    for receipt in turn.outbox.receipts.actions(turn.link_id, _LOOKED_AT):
        failed = receipt.state in {DeliveryState.FAILED, DeliveryState.WITHDRAWN}
        if receipt.kind in _UNDOABLE and not failed and receipt.spoken_at < turn.spoken_at:
            return receipt
    return None


def _unsend_from(composer: Composer) -> Reply:
    post = last_post(composer.link.link_id, composer.turn.outbox)
    named = composer.recipients(composer.turn.slots.get(RECIPIENT, "")).resolutions
    candidates = {candidate.name for resolution in named for candidate in resolution.candidates}
    if post and candidates.isdisjoint(receipt.conversation_name for receipt in post.receipts):
        names = _names(list(post.receipts))
        return Reply(say("unsend_only_last", conversation=names))
    return _unsend(composer.turn)


def _unsend(turn: Turn) -> Reply:
    link, outbox, timing = turn.link, turn.outbox, turn.timing
    post = last_post(link.link_id, outbox)
    if post is None:
        return Reply(say("status_none"))
    if timing.clock() - post.spoken_at > outbox.undo_seconds:
        minutes = str(max(1, round(outbox.undo_seconds / 60)))
        return Reply(say("too_late_to_unsend", minutes=minutes))
    result = unsend(settled(post, outbox, timing), link, turn, outbox, timing)
    return Reply(_told(result), tells_of=_ids(post, result))


def _ids(post: LastPost, result: Unsending) -> frozenset[str]:
    messages = {receipt.command_id for receipt in post.receipts}
    return frozenset(messages | {handover.command.id for handover in result.handovers})


def _told(result: Unsending) -> Said:
    done = [handover for handover in result.handovers if handover.is_confirmed]
    waiting = [handover for handover in result.handovers if handover.is_moving]
    others = [
        handover
        for handover in result.handovers
        if handover not in done and handover not in waiting
    ]
    said = [
        say("unsent", conversation=_places(done)) if done else (),
        say("being_unsent", conversation=_places(waiting)) if waiting else (),
        *(told(handover) for handover in others),
    ]
    if result.never_sent:
        said.append(say("never_sent", conversation=_names(result.never_sent)))
    if result.gone:
        said.append(say("unsent_before", conversation=_names(result.gone)))
    return without_repeats([*said, *map(_stuck, result.stuck)])


def _stuck(receipt: Receipt) -> Said:
    if receipt.state in {DeliveryState.FAILED, DeliveryState.DOUBTFUL}:
        return bad_news(receipt)
    return say("unsend_in_a_moment", conversation=receipt.conversation_name)


def _places(handovers: list[Handover]) -> Listed:
    names = sorted({handover.command.conversation_name for handover in handovers})
    return all_of(names)


def _names(receipts: list[Receipt]) -> Listed:
    return all_of(in_order_of_names(receipts))
