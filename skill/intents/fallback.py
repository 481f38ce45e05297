"""What the interaction model does not know."""

from skill.services import Services
from skill.turn import Pending, Question, Reply, Turn

INTENT = "AMAZON.FallbackIntent"


def handle(turn: Turn, services: Services) -> Reply:
    """Say what can be said."""
    del services
    phrases = turn.phrases
    return Reply(phrases["fallback"], Question(Pending.NOTHING, phrases["fallback_reprompt"]))
