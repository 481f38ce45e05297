""" "Thanks", "great", "good morning": a courtesy is answered by one."""

from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply


def handle(turn: Turn) -> Reply:
    """Say a kind word; the question that is open stays so."""
    return thanked(turn.question)


def thanked(question: Question | None) -> Reply:
    """Say a kind word, and ask what was asked."""
    asked = question or Question(Pending.NOTHING, say("anything_else_reprompt"))
    return Reply(say("you_are_welcome"), asked, is_slight=True)
