"""Help with questions that are not about a message in the making."""

from skill.changing import SLOT, TEXT
from skill.intents.react import EMOJI_SLOT
from skill.intents.scheduled import LISTED, WHICH_SLOT
from skill.turn import CHANGE_SENT, EMOJI, WHICH_SCHEDULED, Question, Reply, Turn

QUESTIONS = frozenset({CHANGE_SENT, EMOJI, WHICH_SCHEDULED})


def on_question(turn: Turn) -> Reply:
    """Explain the open question; it stays open."""
    phrases = turn.phrases
    if turn.pending == EMOJI:
        question = Question(EMOJI, phrases["which_emoji_reprompt"], elicits=EMOJI_SLOT)
        return Reply(phrases["help_emoji"], question)
    if turn.pending == WHICH_SCHEDULED:
        listed = {LISTED: turn.attributes.get(LISTED)}
        reprompt = phrases["which_scheduled_reprompt"]
        question = Question(WHICH_SCHEDULED, reprompt, listed, WHICH_SLOT)
        return Reply(phrases["help_which_scheduled"], question)
    if text := turn.attributes.get(TEXT):
        question = Question(CHANGE_SENT, phrases["confirm_change_reprompt"], {TEXT: text})
        return Reply(phrases["help_confirm_change"], question)
    question = Question(CHANGE_SENT, phrases["change_to_what_reprompt"], elicits=SLOT)
    return Reply(phrases["help_change_sent"], question)
