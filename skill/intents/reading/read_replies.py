""" "Ask Slack for replies", "any mentions?", "what's new?": what was not heard yet."""

from skill.reading.answering import begin
from skill.reading.planning.scope import MENTIONS, NEW, REPLIES, Scope
from skill.reading.reader import Reader, with_reader
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply


def handle(turn: Turn, services: Services) -> Reply:
    """Read what deserves attention."""
    return _begin(REPLIES, turn, services)


def handle_mentions(turn: Turn, services: Services) -> Reply:
    """Read where the speaker was mentioned."""
    return _begin(MENTIONS, turn, services)


def handle_new(turn: Turn, services: Services) -> Reply:
    """Read everything."""
    return _begin(NEW, turn, services)


def _begin(scope: Scope, turn: Turn, services: Services) -> Reply:
    def answer(reader: Reader) -> Reply:
        return begin(scope, reader)

    return with_reader(turn, services, answer)
