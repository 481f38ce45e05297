""" "Help": what can be said at this point."""

from mailbox.errors import MailboxUnavailable
from mailbox.link import Link
from skill.intents import send_message
from skill.services import Services
from skill.turn import MESSAGE, MORE, SEND_AGAIN, Question, Reply, Turn

INTENT = "AMAZON.HelpIntent"


def handle(turn: Turn, services: Services) -> Reply:
    """Explain the question that is open, else the whole."""
    phrases = turn.phrases
    link = _link(turn, services)
    place = link.default_conversation_name if link else ""
    if turn.pending == MESSAGE and link:
        elicits = (send_message.INTENT, send_message.SLOT)
        question = Question(MESSAGE, phrases["what_message_reprompt"], elicits=elicits)
        return Reply(phrases.say("help_message", conversation=place), question)
    if turn.pending == SEND_AGAIN:
        reprompt = phrases["send_again_reprompt"]
        return Reply(phrases["help_send_again"], Question(SEND_AGAIN, reprompt))
    if turn.pending == MORE:
        return Reply(phrases["help_more"], Question(MORE, phrases["more_replies_reprompt"]))
    if link is None:
        return Reply(phrases["help_unlinked"], ends=True)
    question = Question("", phrases["help_reprompt"])
    return Reply(phrases.say("help", conversation=place), question)


def _link(turn: Turn, services: Services) -> Link | None:
    try:
        return services.links.get(turn.link_id)
    except MailboxUnavailable:
        return None
