""" "Schedule lunch is ready to general at five", "remind general to ..."."""

from skill.composing.composer import SendingComposer
from skill.composing.opening import with_composer
from skill.composing.sent.corrections import corrected
from skill.composing.times.planned import planned, reminding
from skill.composing.timing import time_behind_at
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT
from skill.understanding.carrier import Carrier

SCHEDULE = "ScheduleIntent"
REMIND = "RemindIntent"
NOW = "SendNowIntent"
THEN = "SendThenIntent"
SLOT = "message"


def handle(turn: Turn) -> Reply:
    """Schedule what was dictated; "no at nine thirty" is of the message that was just sent."""
    words = turn.slots.get(SLOT, "")

    def at(composer: SendingComposer) -> Reply:
        return _of_the_sent(words, composer) or planned(words, Carrier.TEXT, composer)

    return with_composer(turn, at)


def _of_the_sent(words: str, composer: SendingComposer) -> Reply | None:
    is_time = composer.request.attributes.get(JUST_SENT) and time_behind_at(words, composer)
    meant = composer.request.phrases.plain("i_meant")
    return corrected(f"{meant} {words}", composer) if is_time else None


def handle_remind(turn: Turn) -> Reply:
    """Schedule a message to whom is to be reminded."""
    words = turn.slots.get(SLOT, "")
    return with_composer(turn, lambda composer: reminding(words, composer))


def handle_then(turn: Turn) -> Reply:
    """Say that no message waits for its time."""
    del turn
    return Reply(say("nothing_to_schedule"))
