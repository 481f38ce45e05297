""" "Thanks", "great", "good morning": a courtesy is answered by one."""

from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply


def handle(turn: Turn) -> Reply:
    """Say a kind word; the question that is open stays so."""
    question = turn.question or Question(Pending.NOTHING, say("anything_else_reprompt"))
    return Reply(say("you_are_welcome"), question, is_slight=True)
