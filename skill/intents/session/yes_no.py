""" "Yes" and "no", where no question is open."""

from skill.intents.reading import read_on
from skill.reading.planning.course import Course
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply


def handle_yes(turn: Turn) -> Reply:
    """Go on reading where there is something left to read."""
    if Course.of(turn.attributes).is_open:
        return read_on.handle_yes(turn)
    question = Question(Pending.NOTHING, say("anything_else_reprompt"))
    return Reply(say("yes_to_what"), question, is_slight=True)


def handle_no(turn: Turn) -> Reply:
    """Leave: nothing else was wanted."""
    del turn
    return Reply(say("goodbye"), ends=True)
