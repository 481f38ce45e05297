""" "Schedule lunch is ready to general at five", "at five send ...", "remind general to ..."."""

from dataclasses import replace

from skill.composing import asking, timing
from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.next_step import finish, proceed
from skill.composing.opening import opened, with_desk
from skill.intents import fallback, yes_no
from skill.scheduling.moments import Unfit
from skill.scheduling.said import TimeSaid
from skill.scheduling.splitting import TimeSplitter
from skill.services import Services
from skill.speech.phrases import Phrases
from skill.turn import CONFIRM, WHEN, Reply, Turn
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.carrier import Carrier
from skill.understanding.understood import Understood

SCHEDULE = "ScheduleIntent"
REMIND = "RemindIntent"
TIME_FIRST = "TimeFirstIntent"
TOMORROW = "TomorrowIntent"
NOW = "SendNowIntent"
THEN = "SendThenIntent"
SLOT = "message"

_TOMORROW = "tomorrow"


def handle(turn: Turn, services: Services) -> Reply:
    """Schedule what was dictated, or take up the time for the message in the making."""
    return with_desk(turn, services, _schedule)


def handle_remind(turn: Turn, services: Services) -> Reply:
    """Schedule a message to whom is to be reminded."""
    return with_desk(turn, services, _remind)


def handle_time_first(turn: Turn, services: Services) -> Reply:
    """Take up a time, for the message in the making or for one that follows it."""
    words = turn.slots.get(SLOT, "")
    return with_desk(turn, services, lambda desk: _time_first(words, desk))


def handle_tomorrow(turn: Turn, services: Services) -> Reply:
    """Take up a time of tomorrow."""
    words = f"{_TOMORROW} {turn.slots.get(SLOT, '')}"
    return with_desk(turn, services, lambda desk: _time_first(words, desk))


def handle_now(turn: Turn, services: Services) -> Reply:
    """Send at once what was read back with a time."""
    return with_desk(turn, services, _now)


def handle_then(turn: Turn, services: Services) -> Reply:
    """Schedule what was read back with a time; ask for the time where there is none."""
    return with_desk(turn, services, _then)


def _schedule(desk: Desk) -> Reply:
    words, draft = desk.turn.slots.get(SLOT, ""), desk.draft
    if draft and not draft.teaches:
        said = timing.time_alone(_without_it(words, desk), desk)
        if said is not None:
            return _at(said, draft, desk)
        if desk.turn.pending == WHEN:
            return asking.once_more(draft, desk, WHEN)
        if not words.strip():
            return asking.when(replace(draft, wants_time=True, asked=0), desk)
    return _begin(words, Carrier.TEXT, desk)


def _begin(words: str, carrier: Carrier, desk: Desk) -> Reply:
    if not words.strip():
        return proceed(Draft(wants_time=True), desk)
    timed = timing.explicit(words, carrier, desk)
    if timed is None:
        return _opened(desk.understand(words, carrier), None, desk)
    return _opened(timed.understood, timed.said, desk)


def _opened(understood: Understood, said: TimeSaid | None, desk: Desk) -> Reply:
    """Begin a message for a time; ask for one where none was said, or none that fits."""
    later = Draft(wants_time=True)
    if said is None:
        return opened(understood, later, desk)
    at = timing.moment_of(said, desk)
    if isinstance(at, Unfit):
        return _unfit(at, opened(understood, later, desk), desk)
    return opened(understood, Draft(at=at), desk)


def _remind(desk: Desk) -> Reply:
    words = desk.turn.slots.get(SLOT, "")
    if not words.strip():
        return proceed(Draft(wants_time=True), desk)
    timed = timing.explicit(words, Carrier.RECIPIENT, desk)
    understood = timed.understood if timed else desk.understand(words, Carrier.RECIPIENT)
    text = TimeSplitter(desk.turn.locale).without_linker(understood.text)
    linker = understood.text[: len(understood.text) - len(text)]
    understood = replace(understood, before=understood.before + linker, text=text)
    return _opened(understood, timed.said if timed else None, desk)


def _time_first(words: str, desk: Desk) -> Reply:
    draft = desk.draft
    if draft and not draft.teaches:
        said = timing.time_alone(words, desk)
        if said is not None:
            return _at(said, draft, desk)
        found = desk.recipients(words)
        if found.certainty is Certainty.CERTAIN:
            return proceed(draft.addressed(found.resolutions), desk)
        return asking.once_more(draft, desk, desk.turn.pending or WHEN)
    if TimeSplitter(desk.turn.locale).leading(Phrase(words)) is None:
        return fallback.handle(desk.turn, desk.services)
    return _begin(words, Carrier.TEXT, desk)


def _at(said: TimeSaid, draft: Draft, desk: Desk) -> Reply:
    """Go on with a draft that gets, or changes, its time."""
    at = timing.moment_of(said, desk)
    if isinstance(at, Unfit):
        if draft.asked:
            return asking.once_more(draft, desk, WHEN)
        later = replace(draft, wants_time=True, at=0.0, asked=1)
        return _unfit(at, asking.when(later, desk), desk)
    return proceed(replace(draft, at=at, wants_time=False, now_text="", asked=0), desk)


def _unfit(why: Unfit, asked: Reply, desk: Desk) -> Reply:
    """Say why a time does not fit before what is asked next."""
    return replace(asked, speech=f"{_why(why, desk.turn.phrases)} {asked.speech}")


def _why(why: Unfit, phrases: Phrases) -> str:
    match why:
        case Unfit.PAST:
            return phrases["time_is_past"]
        case Unfit.TOO_SOON:
            return phrases["time_too_soon"]
        case Unfit.TOO_FAR:
            return phrases["time_too_far"]
    return phrases["no_such_day"]


def _now(desk: Desk) -> Reply:
    draft = desk.draft
    if draft is None or draft.teaches or desk.turn.pending not in {CONFIRM, WHEN}:
        return yes_no.handle_yes(desk.turn, desk.services)
    if desk.turn.pending == WHEN or not draft.at:
        untimed = replace(draft, wants_time=False, at=0.0)
        return finish(untimed, desk) if not draft.wants_time else proceed(untimed, desk)
    whole = draft.now_text
    sent = finish(replace(draft, at=0.0, text=whole or draft.text), desk)
    if not whole:
        return sent
    # What was read back had other words: say which were sent.
    said = desk.turn.phrases.say("in_these_words", text=whole)
    return replace(sent, speech=f"{sent.speech} {said}")


def _then(desk: Desk) -> Reply:
    draft = desk.draft
    if draft is None or draft.teaches or desk.turn.pending not in {CONFIRM, WHEN}:
        return Reply(desk.turn.phrases["nothing_to_schedule"])
    if not draft.at:
        return asking.when(replace(draft, wants_time=True, asked=0), desk)
    return finish(draft, desk)


def _without_it(words: str, desk: Desk) -> str:
    """Return "for six" of "it for six"."""
    return TimeSplitter(desk.turn.locale).without_it(words)
