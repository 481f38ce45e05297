""" "Change that to I'm on my way": another text for the message that was sent last."""

from skill.composing.changing_sent import change_sent
from skill.composing.opening import with_composer
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply

INTENT = "ChangeMessageIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Give the last message another text."""
    words = turn.slots.get(SLOT, "")
    return with_composer(
        turn, services, lambda composer: change_sent(words, composer), "mailbox_unavailable"
    )
