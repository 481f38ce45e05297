"""What the interaction model does not know."""

from skill.services import Services
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply

INTENT = "AMAZON.FallbackIntent"


def handle(turn: Turn, services: Services) -> Reply:
    """Say what can be said."""
    del services
    phrases = turn.phrases
    question = Question(Pending.NOTHING, phrases["fallback_reprompt"])
    return Reply(phrases["fallback"], question, is_slight=True)
