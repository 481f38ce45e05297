""" "Schedule lunch is ready to general at five", "remind general to ..."."""

from skill.composing.opening import with_composer
from skill.composing.times.planned import planned, reminding
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.carrier import Carrier

SCHEDULE = "ScheduleIntent"
REMIND = "RemindIntent"
NOW = "SendNowIntent"
THEN = "SendThenIntent"
SLOT = "message"


def handle(turn: Turn) -> Reply:
    """Schedule what was dictated."""
    words = turn.slots.get(SLOT, "")
    return with_composer(turn, lambda composer: planned(words, Carrier.TEXT, composer))


def handle_remind(turn: Turn) -> Reply:
    """Schedule a message to whom is to be reminded."""
    words = turn.slots.get(SLOT, "")
    return with_composer(turn, lambda composer: reminding(words, composer))


def handle_then(turn: Turn) -> Reply:
    """Say that no message waits for its time."""
    del turn
    return Reply(say("nothing_to_schedule"))
