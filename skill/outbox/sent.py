"""Sending messages and saying what is true of them at that moment."""

from collections.abc import Sequence

from postbox.links.link import LinkState
from postbox.outbox.commands import SendMessage
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.store.errors import MailboxUnavailable
from skill.outbox.reasons import reason_for
from skill.outbox.sending import Handover, Taken, hand_over
from skill.services import Services
from skill.speech.phrases import Phrases
from skill.speech.sentences import joined, listed
from skill.turn.context import Turn
from skill.turn.reply import Reply


def send(messages: Sequence[SendMessage], turn: Turn, services: Services) -> Reply:
    """Hand messages over, one for each recipient, and say what is true of them by then."""
    handovers = hand_over(messages, services)
    phrases = turn.phrases
    sentences: list[str] = []
    posted = []
    alone = len(messages) == 1 or all(each.taken is Taken.NO for each in handovers)
    for message, handover in zip(messages, handovers, strict=True):
        if _is_posted(handover):
            posted.append(message.conversation_name)
        else:
            told = _told(handover, message, phrases, services)
            sentences.append(told if alone else _told_of_one(handover, message, phrases) or told)
    if posted:
        sent = phrases.say("sent", conversation=listed(posted, phrases.plain("and")))
        sentences.insert(0, sent)
    of = frozenset(message.id for message in messages)
    return Reply(joined(dict.fromkeys(sentences)), speaks_of=of)


def link_is_broken(link_id: str, services: Services) -> bool:
    """Whether Slack is known to refuse the link; messages are held for a moment after it too."""
    try:
        link = services.links.get(link_id)
    except MailboxUnavailable:
        return False
    return link is not None and link.state is LinkState.BROKEN


def _is_posted(handover: Handover) -> bool:
    return handover.receipt is not None and handover.receipt.state is DeliveryState.CONFIRMED


def _told_of_one(handover: Handover, message: SendMessage, phrases: Phrases) -> str | None:
    """Say of one of several messages by its place that it was not taken, or may not have been."""
    place = message.conversation_name
    if handover.taken is Taken.UNKNOWN:
        return phrases.say("not_sure_of", conversation=place)
    if handover.taken is Taken.NO:
        return phrases.say("not_taken_to", conversation=place)
    return None


def _told(handover: Handover, message: SendMessage, phrases: Phrases, services: Services) -> str:
    if handover.taken is Taken.UNKNOWN:
        return phrases["not_sure"]
    if handover.taken is Taken.NO or handover.receipt is None:
        return phrases["not_taken"]
    return _of_receipt(handover.receipt, message.conversation_name, phrases, services)


def _of_receipt(receipt: Receipt, place: str, phrases: Phrases, services: Services) -> str:
    if receipt.state is DeliveryState.FAILED:
        reason = reason_for(receipt.reason, phrases)
        return phrases.say("not_sent", conversation=place, reason=reason)
    if receipt.state is DeliveryState.DOUBTFUL:
        return phrases.say("not_confirmed", conversation=place)
    if receipt.state is DeliveryState.HELD and link_is_broken(receipt.link_id, services):
        minutes = str(max(1, round(services.max_message_age / 60)))
        return phrases.say("link_broken_held", minutes=minutes)
    return phrases.say("on_its_way", conversation=place)
