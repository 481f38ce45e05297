""" "Change that to ...", "add, and bring the charger", where no message is in the making."""

from skill.composing.changing_sent import change_sent
from skill.composing.corrections import added_to_sent
from skill.composing.opening import with_composer
from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply

INTENT = "ChangeMessageIntent"
ADD = "AddToMessageIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Give the last message another text."""
    words = turn.slots.get(SLOT, "")
    return with_composer(
        turn, services, lambda composer: change_sent(words, composer), "mailbox_unavailable"
    )


def handle_add(turn: Turn, services: Services) -> Reply:
    """Add to what was just sent, or say that there is nothing."""
    words = turn.slots.get(SLOT, "")
    return with_composer(
        turn,
        services,
        lambda composer: added_to_sent(words, composer) or Reply(say("nothing_to_change")),
        "mailbox_unavailable",
    )
