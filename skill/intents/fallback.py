"""What the interaction model does not know."""

from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.opening import with_desk
from skill.services import Services
from skill.turn import MESSAGE, Question, Reply, Turn

INTENT = "AMAZON.FallbackIntent"


def handle(turn: Turn, services: Services) -> Reply:
    """Say what can be said; while a message is in the making, ask the open question once more."""
    if turn.is_composing:
        return with_desk(turn, services, _asked_again)
    return _not_understood(turn)


def _asked_again(desk: Desk) -> Reply:
    draft = desk.draft
    if draft is None:
        return _not_understood(desk.turn)
    return asking.once_more(draft, desk, desk.turn.pending or MESSAGE)


def _not_understood(turn: Turn) -> Reply:
    phrases = turn.phrases
    return Reply(phrases["fallback"], Question("", phrases["fallback_reprompt"]))
