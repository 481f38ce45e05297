""" "Reschedule it to six": another time for a message that Slack is to post later."""

from skill.composing.opening import with_composer
from skill.composing.times.rescheduling import reschedule
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply

SLOT = "when"


def handle(turn: Turn, services: Services) -> Reply:
    """Give the scheduled message that is meant another time."""
    words = turn.slots.get(SLOT, "")
    return with_composer(
        turn, services, lambda composer: reschedule(words, composer), "mailbox_unavailable"
    )
