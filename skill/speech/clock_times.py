"""Moments as they are said: "at 5 PM", "tomorrow at noon", "on Monday at 9:30 AM". Pure."""

from datetime import UTC, datetime, tzinfo

from skill.speech.phrases import Phrases

_A_WEEK = 7


def said_moment(post_at: float, now: datetime, zone: tzinfo | None, phrases: Phrases) -> str:
    """Return a moment (epoch seconds) as plain text; without a zone it is in UTC, and said so."""
    there = zone or UTC
    then = datetime.fromtimestamp(post_at, UTC).astimezone(there)
    time = _time(then, phrases)
    if zone is None:
        time = phrases.plain("time_in_utc", time=time)
    days = (then.date() - now.astimezone(there).date()).days
    if days == 0:
        return phrases.plain("at_time", time=time)
    if days == 1:
        return phrases.plain("tomorrow_at", time=time)
    return phrases.plain("on_day_at", day=_day(then, days, phrases), time=time)


def begun(said: str) -> str:
    """Return words as they begin a sentence."""
    return said[:1].upper() + said[1:]


def _time(then: datetime, phrases: Phrases) -> str:
    if (then.hour, then.minute) == (12, 0):
        return phrases.plain("noon")
    hour, half = then.hour % 12 or 12, "AM" if then.hour < 12 else "PM"
    time = f"{hour}:{then.minute:02}" if then.minute else str(hour)
    return phrases.plain("time_of_day", time=time, half=half)


def _day(then: datetime, days: int, phrases: Phrases) -> str:
    weekday = phrases.plain("weekdays").split()[then.weekday()]
    if 0 < days < _A_WEEK:
        return weekday
    month = phrases.plain("months").split()[then.month - 1]
    date = phrases.plain("day_of_month", month=month, day=str(then.day))
    return phrases.plain("date_with_weekday", weekday=weekday, date=date)
