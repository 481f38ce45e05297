""" "Ask Slack for replies", "any mentions?", "what's new?": what was not heard yet."""

from skill.reading.answering import begin
from skill.reading.planning.scope import MENTIONS, NEW, REPLIES, Scope
from skill.reading.reader import TellingReader
from skill.turn.context import Turn
from skill.turn.reply import Reply


def handle(turn: Turn) -> Reply:
    """Read what deserves attention."""
    return _begin(REPLIES, turn)


def handle_mentions(turn: Turn) -> Reply:
    """Read where the speaker was mentioned."""
    return _begin(MENTIONS, turn)


def handle_new(turn: Turn) -> Reply:
    """Read everything."""
    return _begin(NEW, turn)


def _begin(scope: Scope, turn: Turn) -> Reply:
    return begin(scope, TellingReader.of(turn))
