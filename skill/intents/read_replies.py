""" "Ask Slack for replies", "any mentions?", "what's new?": what was not heard yet."""

from skill.listening.listening import Listening, with_listening
from skill.listening.telling import begin
from skill.reading.scope import MENTIONS, NEW, REPLIES, Scope
from skill.services import Services
from skill.turn import Reply, Turn

INTENT = "ReadRepliesIntent"
MENTIONS_INTENT = "ReadMentionsIntent"
NEW_INTENT = "ReadNewIntent"


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
    def answer(listening: Listening) -> Reply:
        return begin(scope, listening)

    return with_listening(turn, services, answer)
