"""What narrows a request, from the words that said it to what can be compared."""

from dataclasses import replace
from datetime import UTC, datetime

from postbox.inbox.message import ts_at
from skill.reading.history.older import newest_own
from skill.reading.planning.scope import Of, Scope
from skill.reading.planning.within import ANYTHING, Within, folded
from skill.reading.planning.written_at import day
from skill.reading.reader import Reader
from skill.speech.said import Said, say
from skill.turn.naming import Naming
from skill.turn.request import ABOUT, PLACE, TIME
from skill.understanding.names.aloud import spoken_name
from skill.understanding.names.candidate import Kind
from skill.understanding.names.resolution import Certainty
from skill.understanding.requests.vocabulary import vocabulary
from skill.understanding.times.past import Stretch, StretchKind, stretch


def limited(scope: Scope, reader: Reader) -> tuple[Scope, Said]:
    """Return a scope as this turn narrows it, and what is to be said of that first.

    What cannot be told narrows nothing.
    """
    slots = reader.request.slots
    within, said = _at_time(slots.get(TIME, ""), reader)
    place, about = slots.get(PLACE, ""), slots.get(ABOUT, "")
    found = _place(place, reader) if place and scope.of is not Of.CONVERSATION else None
    if found:
        within = replace(within, place=found[0], place_name=found[1])
    elif place:
        # "Has Ana come back on the mockups": what is no place is what it is about.
        about = about or place
    if about:
        beside = (phrase[0] for phrase in vocabulary(reader.request.locale).lists["leave_out"])
        within = replace(within, subject=folded(about, beside), about=about)
    return replace(scope, within=within), said


def _at_time(words: str, reader: Reader) -> tuple[Within, Said]:
    if not words:
        return ANYTHING, ()
    listener = reader.listener
    now = (listener.now or datetime.now(UTC)).astimezone(listener.zone or UTC)
    found = stretch(words, now, reader.request.locale)
    if found is None:
        return ANYTHING, say("no_such_time")
    if found.told is StretchKind.OWN:
        own = newest_own(reader)
        when = reader.request.phrases.plain("within_own")
        return (Within(since=own.ts, when=when) if own else ANYTHING), ()
    if found.told is StretchKind.NOT:
        return ANYTHING, ()
    since = ts_at(found.since.timestamp()) if found.since else ""
    until = ts_at(found.until.timestamp()) if found.until else ""
    return Within(since=since, until=until, when=_told(found, reader)), ()


def _told(found: Stretch, reader: Reader) -> str:
    plain = reader.request.phrases.plain
    since, until = (_moment(then, reader) if then else "" for then in (found.since, found.until))
    match found.told:
        case StretchKind.FROM:
            return plain("within_day", day=found.words)
        case StretchKind.UNTIL:
            return plain("within_until", when=until)
        case StretchKind.BETWEEN:
            return plain("within_between", first=since, last=until)
        case _:
            return plain("within_since", when=since)


def _moment(then: datetime, reader: Reader) -> str:
    """Return "noon", "yesterday", "5 PM on Monday"."""
    phrases = reader.request.phrases
    on_day = day(ts_at(then.timestamp()), reader.listener)
    if on_day and (then.hour, then.minute) == (0, 0):
        is_weekday = on_day != phrases.plain("yesterday")
        return phrases.plain("weekdays").split()[then.weekday()] if is_weekday else on_day
    time = phrases.language.time_of_day(then, phrases.plain)
    if reader.listener.zone is None:
        time = phrases.plain("time_in_utc", time=time)
    return phrases.plain("time_on_a_day", time=time, day=on_day) if on_day else time


def _place(name: str, reader: Reader) -> tuple[str, str] | None:
    """Return a conversation's id and name, None where no single one is called so."""
    found = Naming(reader.request, reader.link, reader.names).recipients(name)
    if found.certainty is Certainty.UNKNOWN or len(found.resolutions) > 1:
        return None
    resolution = found.resolutions[0]
    candidate = resolution.candidates[0]
    if resolution.rivals > 1:
        return None
    place = candidate.id
    if candidate.kind is Kind.PERSON:
        place = next(iter(reader.direct(candidate.id)), "")
    return (place, spoken_name(candidate)) if place else None
