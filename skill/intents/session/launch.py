""" "Alexa, open Slack." """

from postbox.links.link import LinkState
from postbox.store.errors import MailboxUnavailable
from skill.reading.answering import count
from skill.reading.planning.scope import NEW
from skill.reading.reader import TellingReader
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply


def handle(turn: Turn) -> Reply:
    """Tell what there is and listen, or say what is missing."""
    if turn.link.state is LinkState.BROKEN:
        if turn.speaking is not None:
            return Reply(say("account_ended"), ends=True, links=True)
        return Reply(say("link_broken"), ends=True)
    try:
        told = count(NEW, TellingReader.of(turn))
    except MailboxUnavailable:
        # A message can be taken all the same.
        return Reply(say("welcome"))
    return told if told.question else Reply(say("welcome_nothing_new"))
