"""What the interaction model does not know."""

from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply

INTENT = "AMAZON.FallbackIntent"


def handle(turn: Turn) -> Reply:
    """Say what can be said."""
    del turn
    question = Question(Pending.NOTHING, say("fallback_reprompt"))
    return Reply(say("fallback"), question, is_slight=True)


def handle_request(turn: Turn) -> Reply:
    """Say that it is not clear what is to be heard, and how a message begins."""
    del turn
    question = Question(Pending.NOTHING, say("fallback_reprompt"))
    return Reply(say("request_unclear"), question, is_slight=True)
