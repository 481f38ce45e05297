"""Beginning a message that is to be sent later, with its time or with the question for it."""

from dataclasses import replace

from skill.composing import timing
from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import opened
from skill.scheduling.moments import Unfit
from skill.scheduling.said import TimeSaid
from skill.scheduling.splitting import TimeSplitter
from skill.speech.phrases import Phrases
from skill.turn import Reply
from skill.understanding.carrier import Carrier
from skill.understanding.understood import Understood


def planned(words: str, carrier: Carrier, desk: Desk) -> Reply:
    """Begin with a dictated phrase that is to be scheduled."""
    if not words.strip():
        return proceed(Draft(wants_time=True), desk)
    timed = timing.explicit(words, carrier, desk)
    if timed is None:
        return _opened(desk.understand(words, carrier), None, desk)
    return _opened(timed.understood, timed.said, desk)


def reminding(words: str, desk: Desk) -> Reply:
    """Begin with "general at nine that the demo is on"."""
    if not words.strip():
        return proceed(Draft(wants_time=True), desk)
    timed = timing.explicit(words, Carrier.RECIPIENT, desk)
    understood = timed.understood if timed else desk.understand(words, Carrier.RECIPIENT)
    text = TimeSplitter(desk.turn.locale).without_linker(understood.text)
    linker = understood.text[: len(understood.text) - len(text)]
    understood = replace(understood, before=understood.before + linker, text=text)
    return _opened(understood, timed.said if timed else None, desk)


def unfit(why: Unfit, asked: Reply, desk: Desk) -> Reply:
    """Say why a time does not fit before what is asked next."""
    return replace(asked, speech=f"{_why(why, desk.turn.phrases)} {asked.speech}")


def _opened(understood: Understood, said: TimeSaid | None, desk: Desk) -> Reply:
    """Begin a message for a time; ask for one where none was said, or none that fits."""
    later = Draft(wants_time=True)
    if said is None:
        return opened(understood, later, desk)
    at = timing.moment_of(said, desk)
    if isinstance(at, Unfit):
        return unfit(at, opened(understood, later, desk), desk)
    return opened(understood, Draft(at=at), desk)


def _why(why: Unfit, phrases: Phrases) -> str:
    match why:
        case Unfit.PAST:
            return phrases["time_is_past"]
        case Unfit.TOO_SOON:
            return phrases["time_too_soon"]
        case Unfit.TOO_FAR:
            return phrases["time_too_far"]
    return phrases["no_such_day"]
