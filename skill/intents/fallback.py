"""What the interaction model does not know."""

from skill.intents import send_message
from skill.services import Services
from skill.turn import MESSAGE, Question, Reply, Turn

INTENT = "AMAZON.FallbackIntent"


def handle(turn: Turn, services: Services) -> Reply:
    """Say what can be said; within a question, ask it again."""
    del services
    phrases = turn.phrases
    if turn.pending == MESSAGE:
        elicits = (send_message.INTENT, send_message.SLOT)
        question = Question(MESSAGE, phrases["what_message_reprompt"], elicits=elicits)
        return Reply(phrases["what_message"], question)
    return Reply(phrases["fallback"], Question("", phrases["fallback_reprompt"]))
