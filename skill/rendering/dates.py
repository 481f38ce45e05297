"""Slack's dates in the listener's own time zone.

Tokens: https://docs.slack.dev/messaging/formatting-message-text (date formatting).
"""

import re
from datetime import UTC, datetime, timedelta

from skill.rendering.amounts import length
from skill.rendering.listener import Listener
from skill.rendering.shapes import number

_TOKEN = re.compile(r"\{(\w+)\}")
_NOW_SECONDS = 45
_DAYS_AGO = 30
"""From here on a date says more than so many days."""


class _UnknownToken(ValueError):
    """A format that Slack has thought of since."""


def said_date(timestamp: object, pattern: str, fallback: str, listener: Listener) -> str:
    """Return a date as a person would say it, else what the sender wrote for such a case."""
    instead = fallback or listener.phrases.plain("a_date")
    moment = _moment(timestamp, listener)
    if moment is None:
        return instead
    try:
        said = _TOKEN.sub(lambda token: _said(token[1], moment, listener), pattern)
    except (_UnknownToken, OverflowError, ValueError):
        return instead
    return said.strip() or instead


def _moment(timestamp: object, listener: Listener) -> datetime | None:
    seconds = number(timestamp)
    if seconds is None or listener.zone is None:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone(listener.zone)
    except (OverflowError, ValueError, OSError):
        return None


def _said(name: str, moment: datetime, listener: Listener) -> str:
    if name in {"time", "time_secs"}:
        phrases, with_seconds = listener.phrases, name == "time_secs"
        return phrases.language.written_time(moment, phrases.plain, with_seconds=with_seconds)
    if name == "ago":
        return _ago(moment, listener)
    if name.removesuffix("_pretty") not in _DATES:
        raise _UnknownToken(name)
    near = _near(moment, listener) if name.endswith("_pretty") else ""
    return near or _date(moment, listener, with_weekday="long" in name or "divider" in name)


_DATES = {"date", "date_num", "date_short", "date_long", "date_slash", "day_divider"}


def _date(moment: datetime, listener: Listener, *, with_weekday: bool = False) -> str:
    phrases = listener.phrases
    month = phrases.plain("months").split()[moment.month - 1]
    said = phrases.plain("day_of_month", month=month, day=str(moment.day))
    if with_weekday:
        weekday = phrases.plain("weekdays").split()[moment.weekday()]
        said = phrases.plain("date_with_weekday", weekday=weekday, date=said)
    now = _now(moment, listener)
    if now is not None and now.year == moment.year:
        return said
    return phrases.plain("date_with_year", date=said, year=str(moment.year))


def _near(moment: datetime, listener: Listener) -> str:
    now = _now(moment, listener)
    days = (moment.date() - now.date()).days if now else None
    match days:
        case -1:
            return listener.phrases.plain("yesterday")
        case 0:
            return listener.phrases.plain("today")
        case 1:
            return listener.phrases.plain("tomorrow")
        case _:
            return ""


def _ago(moment: datetime, listener: Listener) -> str:
    now, phrases = _now(moment, listener), listener.phrases
    if now is None or abs(now - moment) > timedelta(days=_DAYS_AGO):
        return _date(moment, listener)
    seconds = (now - moment).total_seconds()
    if abs(seconds) < _NOW_SECONDS:
        return phrases.plain("just_now")
    about = length(round(abs(seconds) / 60) * 60, phrases)
    return phrases.plain("ago" if seconds > 0 else "in_so_long", length=about)


def _now(moment: datetime, listener: Listener) -> datetime | None:
    now = listener.now
    return now.astimezone(moment.tzinfo) if now is not None and now.tzinfo is not None else None
