"""What the interaction model does not know."""

from postbox.store.errors import MailboxUnavailable
from skill.speech.said import say
from skill.turn.context import NotLinked, Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply

INTENT = "AMAZON.FallbackIntent"
SLOT = "request"


def handle(turn: Turn) -> Reply:
    """Say what can be said."""
    del turn
    return not_understood()


def not_understood() -> Reply:
    """Say that it was not understood, and what can be said."""
    question = Question(Pending.NOTHING, say("fallback_reprompt"))
    return Reply(say("fallback"), question, is_slight=True)


def handle_request(turn: Turn) -> Reply:
    """Answer a question as far as what is new may have its answer; else say how one asks."""
    from skill.reading.guessing import guessed  # noqa: PLC0415 - few requests are unclear
    from skill.reading.reader import TellingReader  # noqa: PLC0415

    try:
        reader = TellingReader.of(turn)
        perhaps = guessed(turn.slots.get(SLOT, ""), reader)
    except (MailboxUnavailable, NotLinked):
        perhaps = None
    if perhaps:
        return perhaps
    question = Question(Pending.NOTHING, say("fallback_reprompt"))
    return Reply(say("request_unclear"), question, is_slight=True)
