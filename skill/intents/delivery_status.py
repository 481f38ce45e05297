""" "Did it go through?" """

from mailbox.receipt import DeliveryState, Receipt
from skill.services import Services
from skill.speech.phrases import Phrases
from skill.speech.reasons import reason_for
from skill.telling import link_is_broken
from skill.turn import Reply, Turn

INTENT = "DeliveryStatusIntent"


def handle(turn: Turn, services: Services) -> Reply:
    """Tell what became of the last message."""
    receipt = services.receipts.latest(turn.link_id)
    if receipt is None:
        return Reply(turn.phrases["status_none"])
    return Reply(
        _status(receipt, turn.phrases, services), speaks_of=frozenset({receipt.message_id})
    )


def _status(receipt: Receipt, phrases: Phrases, services: Services) -> str:
    place = receipt.conversation_name
    match receipt.state:
        case DeliveryState.POSTED:
            return phrases.say("status_posted", conversation=place)
        case DeliveryState.FAILED:
            reason = reason_for(receipt.reason, phrases)
            return phrases.say("status_failed", conversation=place, reason=reason)
        case DeliveryState.DOUBTFUL:
            return phrases.say("not_confirmed", conversation=place)
        case DeliveryState.HELD if link_is_broken(receipt.link_id, services):
            return phrases.say("status_held", conversation=place)
        case DeliveryState.WITHDRAWN:
            return phrases.say("status_withdrawn", conversation=place)
    return phrases.say("status_waiting", conversation=place)
