""" "Help", where no question is open."""

from postbox.links.link import Link
from postbox.store.errors import MailboxUnavailable
from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply

INTENT = "AMAZON.HelpIntent"
HOW_TO = "HowToIntent"
"""The same with more words behind it."""


def handle(turn: Turn, services: Services) -> Reply:
    """Explain the whole."""
    link = _link(turn, services)
    if link is None:
        return Reply(say("help_unlinked"), ends=True)
    question = Question(Pending.NOTHING, say("help_reprompt"))
    return Reply(say("help", conversation=link.default_conversation_name), question)


def _link(turn: Turn, services: Services) -> Link | None:
    try:
        return services.links.get(turn.link_id)
    except MailboxUnavailable:
        return None
