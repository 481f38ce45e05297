"""Saying what is true of commands beside sending at this moment."""

from postbox.outbox.receipt import DeliveryState
from skill.outbox.reasons import bad_news
from skill.outbox.sending import Handover, Taken
from skill.speech.phrases import Phrases


def told(handover: Handover, phrases: Phrases, *, done: str, waiting: str) -> str:
    """Return the sentence for a command: `done` or `waiting` (SSML), or what went wrong."""
    if handover.taken is Taken.UNKNOWN:
        return phrases["action_not_sure"]
    if handover.taken is Taken.NO or handover.receipt is None:
        return phrases["action_not_taken"]
    match handover.receipt.state:
        case DeliveryState.CONFIRMED:
            return done
        case DeliveryState.FAILED | DeliveryState.DOUBTFUL:
            return bad_news(handover.receipt, phrases)
    return waiting
