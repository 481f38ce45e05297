""" "Alexa, open Slack." """

from postbox.links.link import Link, LinkState
from postbox.store.errors import MailboxUnavailable
from skill.reading.answering import count
from skill.reading.planning.scope import NEW
from skill.reading.reader import Reader
from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply


def handle(turn: Turn, services: Services) -> Reply:
    """Tell what there is and listen, or say what is missing."""
    try:
        link = services.links.get(turn.link_id)
    except MailboxUnavailable:
        return Reply(say("mailbox_unavailable"), ends=True)
    if link is None:
        return Reply(say("not_linked"), ends=True)
    if link.state is LinkState.BROKEN:
        return Reply(say("link_broken"), ends=True)
    return _with_news(link, turn, services)


def _with_news(link: Link, turn: Turn, services: Services) -> Reply:
    try:
        told = count(NEW, Reader(turn, link, services))
    except MailboxUnavailable:
        # A message can be taken all the same.
        return Reply(say("welcome"))
    return told if told.question else Reply(say("welcome_nothing_new"))
