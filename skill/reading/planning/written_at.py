"""When a message was written, said only where it matters."""

from datetime import UTC, datetime

from skill.rendering.amounts import length
from skill.rendering.dates import said_date
from skill.rendering.listener import Listener

_DAY_SECONDS = 86_400
_WEEK_DAYS = 7
EDITED_LATER = 60
"""An edit within so many seconds mends a slip, and is not worth a word."""


def day(ts: str, listener: Listener) -> str:
    """Return "yesterday", "on Monday", "on October 3"; "" for today.

    Without a time zone it is told how long ago it was, from a day on.
    """
    if listener.now is None:
        return ""
    written, now = datetime.fromtimestamp(float(ts), UTC), listener.now
    phrases = listener.phrases
    if listener.zone is None:
        seconds = (now - written).total_seconds()
        return (
            "" if seconds < _DAY_SECONDS else phrases.plain("ago", length=length(seconds, phrases))
        )
    here, today = written.astimezone(listener.zone), now.astimezone(listener.zone)
    days = (today.date() - here.date()).days
    if days <= 0:
        return ""
    if days == 1:
        return phrases.plain("yesterday")
    if days < _WEEK_DAYS:
        weekday = phrases.plain("weekdays").split()[here.weekday()]
        return phrases.plain("on_a_day", day=weekday)
    return phrases.plain("on_a_day", day=said_date(float(ts), "{date}", "", listener))


def moment(ts: str, listener: Listener) -> str:
    """Return "today at 4:30 PM", "yesterday at ..."; without a zone "five minutes ago"."""
    if listener.zone is None:
        if listener.now is None:
            return ""
        seconds = (listener.now - datetime.fromtimestamp(float(ts), UTC)).total_seconds()
        if seconds < EDITED_LATER:
            return listener.phrases.plain("just_now")
        return listener.phrases.plain("ago", length=length(seconds, listener.phrases))
    date = said_date(float(ts), "{date_pretty}", "", listener)
    time = said_date(float(ts), "{time}", "", listener)
    return listener.phrases.plain("at_a_time", date=date, time=time)


def was_edited_later(ts: str, edited_ts: str | None) -> bool:
    """Whether an edit changed what others may have read already."""
    return bool(edited_ts) and float(edited_ts or 0) - float(ts) > EDITED_LATER
