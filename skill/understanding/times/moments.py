"""From a time as it was said to the moment that it means, given now and where. Pure.

What is open is settled as people mean it: "five" is the next five o'clock in waking hours. Whoever
asks gets the moment read back, so a wrong guess costs a word and no more.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum

from skill.understanding.times.said import Clock, Day, PartOfDay, TimeSaid

LEAST = timedelta(seconds=60)
MOST = timedelta(days=120)
"""Slack schedules no further ahead."""
WAKING = range(7, 23)
"""The hours that "at nine" means."""
_HOURS = {
    PartOfDay.MORNING: (9, 10, 11),
    PartOfDay.AFTERNOON: (14, 15, 16, 17),
    PartOfDay.EVENING: (18, 19, 20, 21),
    PartOfDay.NIGHT: (20, 21, 22, 23),
}
"""What "tomorrow morning" means: the first of these hours that is still to come."""
_USUAL = (9,)
_YEAR = 366


class Unfit(Enum):
    """Why a time cannot be scheduled for."""

    PAST = "past"
    TOO_SOON = "too soon"
    TOO_FAR = "too far"
    NO_SUCH_DAY = "no such day"


def moment(said: TimeSaid, now: datetime) -> datetime | Unfit:
    """Return the moment in the time zone of `now`, to the second; or why there is none."""
    zone = now.tzinfo or UTC
    if said.seconds:
        # Waits are real time, whatever clocks do meanwhile.
        later = now.astimezone(UTC) + timedelta(seconds=said.seconds)
        found: datetime | None = _whole(later).astimezone(zone)
    else:
        found = next(_coming(said, now, zone), None)
    if found is None:
        return Unfit.NO_SUCH_DAY if _never(said, now) else Unfit.PAST
    ahead = found.astimezone(UTC) - now.astimezone(UTC)
    if ahead < LEAST:
        return Unfit.TOO_SOON
    return Unfit.TOO_FAR if ahead > MOST else found


def matches(said: TimeSaid, then: datetime, now: datetime) -> bool:
    """Whether a moment is what somebody means by this time; what was not said may be anything."""
    if said.seconds:
        sooner = now.astimezone(UTC) + timedelta(seconds=said.seconds) - then.astimezone(UTC)
        return abs(sooner) <= timedelta(minutes=1)
    if said.day and then.date() not in set(_days(said.day, now.date())):
        return False
    if said.clock:
        hours = {hour for hour, _ in _hours(said.clock, said.part, has_day=False)} or {
            said.clock.hour
        }
        if not said.clock.is_exact and not said.part:
            hours = {said.clock.hour % 12, said.clock.hour % 12 + 12}
        return then.hour in hours and then.minute == said.clock.minute
    return said.part is None or _is_in(then, said.part)


def _coming(said: TimeSaid, now: datetime, zone: tzinfo) -> Iterator[datetime]:
    today = now.date()
    days = list(_days(said.day, today)) if said.day else [today + timedelta(n) for n in range(3)]
    for day in days:
        for hour, shift in _hours(said.clock, said.part, has_day=said.day is not None):
            minute = said.clock.minute if said.clock else 0
            at = _same_time(said, now) or time(hour, minute)
            for found in _local(day + timedelta(shift), at, zone):
                if found.astimezone(UTC) > now.astimezone(UTC):
                    yield found


def _same_time(said: TimeSaid, now: datetime) -> time | None:
    """Return the present time of day for "in three days", and None for "tomorrow"."""
    if said.day and said.day.keeps_time and not (said.clock or said.part):
        return now.time().replace(microsecond=0, tzinfo=None)
    return None


def _days(day: Day, today: date) -> Iterator[date]:
    """Yield the days that are meant, the likeliest first."""
    if day.ahead is not None:
        if day.ahead <= MOST.days + 1:
            yield today + timedelta(day.ahead)
        else:
            yield today + timedelta(min(day.ahead, 10 * _YEAR))
    elif day.weekday is not None:
        ahead = (day.weekday - today.weekday()) % 7
        if ahead or not day.is_next:
            yield today + timedelta(ahead)
        yield today + timedelta(ahead + 7)
    else:
        yield from _dates(day, today)


def _dates(day: Day, today: date) -> Iterator[date]:
    for ahead in range(_YEAR * 2):
        date = today + timedelta(ahead)
        if date.day == day.date and day.month in {None, date.month}:
            yield date


def _hours(clock: Clock | None, part: PartOfDay | None, *, has_day: bool) -> list[tuple[int, int]]:
    """Return the hours that are meant, each with by how many days it is later."""
    if clock is None:
        return [(hour, 0) for hour in (_HOURS[part] if part else _USUAL)]
    if clock.is_midnight and (part is not None or has_day):
        # "Tonight at midnight", "at midnight on Friday": the day ends with it.
        return [(0, 1)]
    if clock.half:
        return [(clock.hour % 12 + (12 if clock.half == "pm" else 0), 0)]
    if clock.is_exact:
        return [(clock.hour, 0)]
    hour = clock.hour % 12
    match part:
        case PartOfDay.MORNING:
            return [(hour, 0)]
        case PartOfDay.AFTERNOON:
            return [(hour + 12, 0)]
        case PartOfDay.EVENING:
            return [(hour + 12, 0) if hour else (0, 1)]
        case PartOfDay.NIGHT:
            return [(hour + 12, 0) if hour >= 6 else (hour, 1)]
    return [(clock_hour, 0) for clock_hour in (hour, hour + 12) if clock_hour in WAKING]


def _is_in(then: datetime, part: PartOfDay) -> bool:
    bounds = {
        PartOfDay.MORNING: range(12),
        PartOfDay.AFTERNOON: range(12, 18),
        PartOfDay.EVENING: range(17, 24),
        PartOfDay.NIGHT: range(18, 24),
    }
    return then.hour in bounds[part]


def _local(day: date, at: time, zone: tzinfo) -> Iterator[datetime]:
    """Yield the moments at which clocks show a time; the hour that is skipped is the next one."""
    for fold in (0, 1):
        wall = datetime.combine(day, at, zone).replace(fold=fold)
        found = wall.astimezone(UTC).astimezone(zone)
        if fold == 0 or found.replace(tzinfo=None, fold=0) == wall.replace(tzinfo=None, fold=0):
            yield found


def _whole(then: datetime) -> datetime:
    return then.replace(microsecond=0) + timedelta(seconds=1 if then.microsecond else 0)


def _never(said: TimeSaid, now: datetime) -> bool:
    return said.day is not None and not any(True for _ in _days(said.day, now.date()))
