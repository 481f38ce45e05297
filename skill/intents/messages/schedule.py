""" "Schedule lunch is ready to general at five", "at five send ...", "remind general to ..."."""

from skill.composing.composer import Composer
from skill.composing.opening import with_composer
from skill.composing.planned import planned, reminding
from skill.intents.session import fallback
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.phrase import Phrase
from skill.understanding.times.splitting import TimeSplitter
from skill.understanding.understanding import Carrier

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
    return with_composer(turn, services, lambda composer: planned(words, Carrier.TEXT, composer))


def handle_remind(turn: Turn, services: Services) -> Reply:
    """Schedule a message to whom is to be reminded."""
    words = turn.slots.get(SLOT, "")
    return with_composer(turn, services, lambda composer: reminding(words, composer))


def handle_time_first(turn: Turn, services: Services) -> Reply:
    """Schedule the message that follows a time."""
    words = turn.slots.get(SLOT, "")
    return with_composer(turn, services, lambda composer: _time_first(words, composer))


def handle_tomorrow(turn: Turn, services: Services) -> Reply:
    """Schedule the message that follows a time of tomorrow."""
    return with_composer(turn, services, lambda composer: _time_first(of_tomorrow(turn), composer))


def of_tomorrow(turn: Turn) -> str:
    """Return the words with the one that their carrier has taken."""
    return f"{_TOMORROW} {turn.slots.get(SLOT, '')}"


def handle_then(turn: Turn, services: Services) -> Reply:
    """Say that no message waits for its time."""
    del services
    return Reply(turn.phrases["nothing_to_schedule"])


def _time_first(words: str, composer: Composer) -> Reply:
    if TimeSplitter(composer.turn.locale).leading(Phrase(words)) is None:
        return fallback.handle(composer.turn, composer.services)
    return planned(words, Carrier.TEXT, composer)
