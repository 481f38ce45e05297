""" "Tell Slack to send, I'm giving the demo now." """

from mailbox.errors import MailboxUnavailable
from mailbox.link import Link, LinkState
from mailbox.outbound import OutboundMessage
from mailbox.receipt import DeliveryState, Receipt
from skill.sending import Handover, Taken, hand_over, message_id
from skill.services import Services
from skill.speech.phrases import Phrases
from skill.speech.reasons import reason_for
from skill.turn import MESSAGE, Question, Reply, Turn
from skill.understanding.dictation import EmptyMessage, MessageTooLong, written

INTENT = "SendMessageIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Send what was dictated to the default conversation, or ask for it."""
    phrases = turn.phrases
    try:
        link = services.links.get(turn.link_id)
    except MailboxUnavailable:
        return Reply(phrases["not_taken"])
    if link is None:
        return Reply(phrases["not_linked"], ends=True)
    place = link.default_conversation_name
    if link.default_conversation_id is None:
        return Reply(phrases.say("no_default_conversation", conversation=place), ends=True)
    try:
        text = written(turn.slots.get(SLOT), turn.locale)
    except EmptyMessage:
        return _ask(turn)
    except MessageTooLong:
        return Reply(phrases["too_long"])
    return send(turn, link, link.default_conversation_id, place, text, services)


def send(
    turn: Turn, link: Link, conversation_id: str, place: str, text: str, services: Services
) -> Reply:
    """Hand a text over for one conversation and say what is true of it by then."""
    message = OutboundMessage(
        id=message_id(turn.request_id),
        link_id=link.link_id,
        team_id=link.team_id,
        conversation_id=conversation_id,
        conversation_name=place,
        text=text,
        spoken_at=turn.spoken_at,
        locale=turn.locale,
    )
    return Reply(
        _told(hand_over(message, services), message, turn.phrases, services), speaks_of=message.id
    )


def link_is_broken(link_id: str, services: Services) -> bool:
    """Whether Slack is known to refuse the link; messages are held for a moment after it too."""
    try:
        link = services.links.get(link_id)
    except MailboxUnavailable:
        return False
    return link is not None and link.state is LinkState.BROKEN


def _ask(turn: Turn) -> Reply:
    phrases = turn.phrases
    if turn.pending == MESSAGE:
        return Reply(phrases["cancelled"])
    reprompt = phrases["what_message_reprompt"]
    return Reply(phrases["what_message"], Question(MESSAGE, reprompt, elicits=(INTENT, SLOT)))


def _told(
    handover: Handover, message: OutboundMessage, phrases: Phrases, services: Services
) -> str:
    if handover.taken is Taken.UNKNOWN:
        return phrases["not_sure"]
    if handover.taken is Taken.NO or handover.receipt is None:
        return phrases["not_taken"]
    return _of_receipt(handover.receipt, message.conversation_name, phrases, services)


def _of_receipt(receipt: Receipt, place: str, phrases: Phrases, services: Services) -> str:
    if receipt.state is DeliveryState.POSTED:
        return phrases.say("sent", conversation=place)
    if receipt.state is DeliveryState.FAILED:
        reason = reason_for(receipt.reason, phrases)
        return phrases.say("not_sent", conversation=place, reason=reason)
    if receipt.state is DeliveryState.DOUBTFUL:
        return phrases.say("not_confirmed", conversation=place)
    if receipt.state is DeliveryState.HELD and link_is_broken(receipt.link_id, services):
        minutes = str(max(1, round(services.max_message_age / 60)))
        return phrases.say("link_broken_held", minutes=minutes)
    return phrases.say("on_its_way", conversation=place)
