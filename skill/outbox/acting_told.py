"""Saying what is true of actions at this moment."""

from postbox.outbox.action import ActionState
from skill.outbox.acting import Acted
from skill.outbox.reasons import bad_news
from skill.outbox.sending import Taken
from skill.speech.phrases import Phrases


def told(acted: Acted, phrases: Phrases, *, done: str, waiting: str) -> str:
    """Return the sentence for an action: `done` or `waiting` (SSML), or what went wrong."""
    if acted.taken is Taken.UNKNOWN:
        return phrases["action_not_sure"]
    if acted.taken is Taken.NO or acted.action_receipt is None:
        return phrases["action_not_taken"]
    match acted.action_receipt.state:
        case ActionState.DONE:
            return done
        case ActionState.FAILED | ActionState.DOUBTFUL:
            return bad_news(acted.action_receipt, phrases)
    return waiting
