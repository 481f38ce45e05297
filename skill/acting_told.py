"""Saying what is true of actions at this moment."""

from mailbox.action import DeedState
from skill.acting import Acted
from skill.sending import Taken
from skill.speech import deeds
from skill.speech.phrases import Phrases


def told(acted: Acted, phrases: Phrases, *, done: str, waiting: str) -> str:
    """Return the sentence for an action: `done` or `waiting` (SSML), or what went wrong."""
    action = acted.action
    if acted.taken is Taken.UNKNOWN:
        return phrases["action_not_sure"]
    if acted.taken is Taken.NO or acted.deed is None:
        return phrases["action_not_taken"]
    match acted.deed.state:
        case DeedState.DONE:
            return done
        case DeedState.FAILED:
            place = action.conversation_name
            return deeds.not_done(action.kind, place, acted.deed.reason, phrases)
        case DeedState.DOUBTFUL:
            return deeds.not_confirmed(action.kind, action.conversation_name, phrases)
    return waiting
