""" "Alexa, open Slack." """

from postbox.links.link import LinkState
from postbox.store.errors import MailboxUnavailable
from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply


def handle(turn: Turn, services: Services) -> Reply:
    """Say that it is ready, or what is missing."""
    try:
        link = services.links.get(turn.link_id)
    except MailboxUnavailable:
        return Reply(say("mailbox_unavailable"), ends=True)
    if link is None:
        return Reply(say("not_linked"), ends=True)
    if link.state is LinkState.BROKEN:
        return Reply(say("link_broken"), ends=True)
    return Reply(say("welcome"))
