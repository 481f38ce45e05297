""" "Add, and bring the charger", where no message is in the making."""

from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply

INTENT = "AddToMessageIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Say that there is none."""
    del turn, services
    return Reply(say("nothing_to_change"))
