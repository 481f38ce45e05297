"""Saying what is true of commands beside sending at this moment."""

from postbox.outbox.receipt import DeliveryState
from skill.outbox.reasons import bad_news
from skill.outbox.sending import Handover, Taken
from skill.speech.said import Said, say


def told(handover: Handover, *, done: Said = (), waiting: Said = ()) -> Said:
    """Return what is said of a command: `done` or `waiting`, or what went wrong."""
    if handover.taken is Taken.UNKNOWN:
        return say("action_not_sure")
    if handover.taken is Taken.NO or handover.receipt is None:
        return say("action_not_taken")
    match handover.receipt.state:
        case DeliveryState.CONFIRMED:
            return done
        case DeliveryState.FAILED | DeliveryState.DOUBTFUL:
            return bad_news(handover.receipt)
    return waiting
