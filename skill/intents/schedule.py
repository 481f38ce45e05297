""" "Schedule lunch is ready to general at five", "at five send ...", "remind general to ..."."""

from skill.composing.desk import Desk
from skill.composing.opening import with_desk
from skill.composing.planned import planned, reminding
from skill.intents import fallback
from skill.scheduling.splitting import TimeSplitter
from skill.services import Services
from skill.turn import Reply, Turn
from skill.understanding.carrier import Carrier
from skill.understanding.phrase import Phrase

SCHEDULE = "ScheduleIntent"
REMIND = "RemindIntent"
TIME_FIRST = "TimeFirstIntent"
TOMORROW = "TomorrowIntent"
NOW = "SendNowIntent"
THEN = "SendThenIntent"
SLOT = "message"

_TOMORROW = "tomorrow"


def handle(turn: Turn, services: Services) -> Reply:
    """Schedule what was dictated."""
    words = turn.slots.get(SLOT, "")
    return with_desk(turn, services, lambda desk: planned(words, Carrier.TEXT, desk))


def handle_remind(turn: Turn, services: Services) -> Reply:
    """Schedule a message to whom is to be reminded."""
    words = turn.slots.get(SLOT, "")
    return with_desk(turn, services, lambda desk: reminding(words, desk))


def handle_time_first(turn: Turn, services: Services) -> Reply:
    """Schedule the message that follows a time."""
    words = turn.slots.get(SLOT, "")
    return with_desk(turn, services, lambda desk: _time_first(words, desk))


def handle_tomorrow(turn: Turn, services: Services) -> Reply:
    """Schedule the message that follows a time of tomorrow."""
    return with_desk(turn, services, lambda desk: _time_first(of_tomorrow(turn), desk))


def of_tomorrow(turn: Turn) -> str:
    """Return the words with the one that their carrier has taken."""
    return f"{_TOMORROW} {turn.slots.get(SLOT, '')}"


def handle_then(turn: Turn, services: Services) -> Reply:
    """Say that no message waits for its time."""
    del services
    return Reply(turn.phrases["nothing_to_schedule"])


def _time_first(words: str, desk: Desk) -> Reply:
    if TimeSplitter(desk.turn.locale).leading(Phrase(words)) is None:
        return fallback.handle(desk.turn, desk.services)
    return planned(words, Carrier.TEXT, desk)
