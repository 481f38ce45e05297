""" "Change that to I'm on my way": another text for the message that was sent last."""

from skill.changing import change_sent
from skill.composing.opening import with_desk
from skill.services import Services
from skill.turn import Reply, Turn

INTENT = "ChangeMessageIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Give the last message another text."""
    words = turn.slots.get(SLOT, "")
    return with_desk(turn, services, lambda desk: change_sent(words, desk), "mailbox_unavailable")
