""" "Change that to ...", "add, and bring the charger", where no message is in the making."""

from skill.composing.changing_sent import change_sent
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
    """Say that there is no message to add to: what was sent stays as it is."""
    del turn, services
    return Reply(say("nothing_to_change"))
