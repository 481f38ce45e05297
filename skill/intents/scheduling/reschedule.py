""" "Reschedule it to six": another time for a message that Slack is to post later."""

from skill.composing.composer import SendingComposer
from skill.composing.times.rescheduling import reschedule
from skill.turn.context import Turn
from skill.turn.reply import Reply

SLOT = "when"


def handle(turn: Turn) -> Reply:
    """Give the scheduled message that is meant another time."""
    words = turn.slots.get(SLOT, "")
    return reschedule(words, SendingComposer.of(turn))
