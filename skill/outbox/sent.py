"""Sending messages and saying what is true of them at that moment."""

from collections.abc import Sequence

from postbox.links.link import LinkState
from postbox.outbox.commands import SendMessage
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.store.errors import MailboxUnavailable
from skill.outbox.reasons import PLACE_IS_CLOSED, reason_for
from skill.outbox.sending import Handover, Taken, hand_over
from skill.speech.said import Said, all_of, say, without_repeats
from skill.turn.parts import Outbox, Speaker
from skill.turn.reply import Reply
from skill.turn.timing import Timing


def send(
    messages: Sequence[SendMessage], outbox: Outbox, speaker: Speaker, timing: Timing
) -> Reply:
    """Hand messages over, one for each recipient, and say what is true of them by then."""
    handovers = hand_over(messages, outbox, timing)
    sentences: list[Said] = []
    posted = []
    alone = len(messages) == 1 or all(handover.taken is Taken.NO for handover in handovers)
    for message, handover in zip(messages, handovers, strict=True):
        if _is_posted(handover):
            posted.append(message.conversation_name)
        else:
            told = _told(handover, message, outbox, speaker)
            sentences.append(told if alone else _told_of_one(handover, message) or told)
    if posted:
        sentences.insert(0, say("sent", conversation=all_of(posted)))
    of = frozenset(message.id for message in messages)
    refused = len(handovers) == 1 and _is_refused(handovers[0])
    return Reply(without_repeats(sentences), tells_of=of, is_refused=refused)


def link_is_broken(link_id: str, speaker: Speaker) -> bool:
    """Whether Slack is known to refuse the link; messages are held for a moment after it too."""
    try:
        link = speaker.links.get(link_id)
    except MailboxUnavailable:
        return False
    return link is not None and link.state is LinkState.BROKEN


def _is_posted(handover: Handover) -> bool:
    return handover.receipt is not None and handover.receipt.state is DeliveryState.CONFIRMED


def _is_refused(handover: Handover) -> bool:
    receipt = handover.receipt
    failed = receipt is not None and receipt.state is DeliveryState.FAILED
    return failed and receipt is not None and receipt.reason in PLACE_IS_CLOSED


def _told_of_one(handover: Handover, message: SendMessage) -> Said | None:
    """Say of one of several messages by its place that it was not taken, or may not have been."""
    place = message.conversation_name
    if handover.taken is Taken.UNKNOWN:
        return say("not_sure_of", conversation=place)
    if handover.taken is Taken.NO:
        return say("not_taken_to", conversation=place)
    return None


def _told(handover: Handover, message: SendMessage, outbox: Outbox, speaker: Speaker) -> Said:
    if handover.taken is Taken.UNKNOWN:
        return say("not_sure")
    if handover.taken is Taken.NO or handover.receipt is None:
        return say("not_taken")
    return _of_receipt(handover.receipt, message.conversation_name, outbox, speaker)


def _of_receipt(receipt: Receipt, place: str, outbox: Outbox, speaker: Speaker) -> Said:
    if receipt.state is DeliveryState.FAILED:
        reason = reason_for(receipt.reason)
        return say("not_sent", conversation=place, reason=reason)
    if receipt.state is DeliveryState.DOUBTFUL:
        return say("not_confirmed", conversation=place)
    if receipt.state is DeliveryState.HELD and link_is_broken(receipt.link_id, speaker):
        minutes = str(max(1, round(outbox.max_message_age / 60)))
        return say("link_broken_held", minutes=minutes)
    return say("on_its_way", conversation=place)
