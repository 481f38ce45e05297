"""Moments as they are said: "at 5 PM", "tomorrow at noon", "on Monday at 9:30 AM". Pure."""

from datetime import UTC, datetime, tzinfo

from skill.speech.phrases import Phrases

_A_WEEK = 7


def said_moment(post_at: float, now: datetime, zone: tzinfo | None, phrases: Phrases) -> str:
    """Return a moment (epoch seconds) as plain text; without a zone it is in UTC, and said so."""
    there = zone or UTC
    then = datetime.fromtimestamp(post_at, UTC).astimezone(there)
    language = phrases.language
    time = language.time_of_day(then, phrases.plain)
    if zone is None:
        time = phrases.plain("time_in_utc", time=time)
    days = (then.date() - now.astimezone(there).date()).days
    if days == 0:
        return phrases.plain("at_time", time=time)
    if days == 1:
        return phrases.plain("tomorrow_at", time=time)
    day = language.day(then, phrases.plain, is_near=0 < days < _A_WEEK)
    return phrases.plain("on_day_at", day=day, time=time)
