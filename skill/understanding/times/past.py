"""Times that lie behind: "since lunch", "yesterday morning", "in the last two hours". Pure.

What nobody said exactly ends now. Where several moments fit, the latest that has passed is meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from skill.understanding.phrase import Phrase
from skill.understanding.times.lengths import LengthReader
from skill.understanding.times.said import PartOfDay, TimeSaid
from skill.understanding.times.time_reader import TimeReader
from skill.understanding.times.time_words import TimeWords, time_words
from skill.understanding.times.wall_clock import WallClock, hours_of

_MEALS = (8, 12, 12, 19, 19)
"""The hours of the meals, as the list names them."""
_PARTS = {PartOfDay.MORNING: (0, 12), PartOfDay.AFTERNOON: (12, 18), PartOfDay.EVENING: (17, 24)}
_NIGHT = (18, 32)
"""The hours of a night, counted from the midnight before it."""
_FEW = 3
_WEEK = 7
_SATURDAY = 5


class StretchKind(Enum):
    """How a stretch of time is told back."""

    NOT = "not"
    """It narrows nothing: all that is unheard is of that time."""
    FROM = "from"
    """By its own words: "from yesterday"."""
    SINCE = "since"
    UNTIL = "until"
    BETWEEN = "between"
    OWN = "own"
    """Since the speaker's own last message."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of time behind."""

    told: StretchKind
    since: datetime | None = None
    until: datetime | None = None
    words: str = ""
    """As it was said, where it is told by its own words."""


ANY_TIME = Stretch(StretchKind.NOT)


def stretch(said: str, now: datetime, locale: str) -> Stretch | None:
    """Return the time that is meant, given now and where; None where nobody can tell when it was.

    Args:
        said: the words, with what leads to them: "since lunch", "today".
        now: with its time zone.
        locale: whose words they are.
    """
    return _Past(said, now, time_words(locale)).stretch()


class _Past:
    """Reads one time."""

    def __init__(self, said: str, now: datetime, words: TimeWords) -> None:
        self._phrase, self._now, self._words = Phrase(said), now, words
        self._wall = WallClock(now)
        self._spoken = self._phrase.spoken
        self._reader, self._lengths = TimeReader(words), LengthReader(words)

    def stretch(self) -> Stretch | None:
        """Return what all of the words mean."""
        if self._is("of_no_matter", 0):
            return ANY_TIME
        named = self._named(0) or self._named(self._end("from_a_day", 0))
        found = named or self._lasting() or self._ago() or self._led()
        if found:
            is_to_come = found.since and found.since > self._now
            return ANY_TIME if is_to_come else found
        is_of_oneself = any((word,) in self._list("speakers") for word in self._spoken)
        return ANY_TIME if is_of_oneself or self._begins_a_clause() else None

    def _begins_a_clause(self) -> bool:
        return not self._behind("since") and not self._behind("until")

    def _led(self) -> Stretch | None:
        """Read what "since", "until" or "between" leads to."""
        behind = self._behind("since")
        if behind:
            if self._is("my_last_message", behind):
                return Stretch(StretchKind.OWN)
            start = self._start(behind, len(self._spoken))
            return Stretch(StretchKind.SINCE, start) if start else None
        behind = self._behind("until")
        if behind:
            end = self._start(behind, len(self._spoken))
            return Stretch(StretchKind.UNTIL, None, end) if end else None
        return self._between()

    def _between(self) -> Stretch | None:
        first = self._behind("between")
        joints = [at for at, _ in enumerate(self._spoken) if self._end("and", at) > at]
        for joint in joints if first else ():
            until = self._start(joint + 1, len(self._spoken))
            since = self._start(first, joint, until or self._now)
            if since and until and since < until:
                return Stretch(StretchKind.BETWEEN, since, until)
        return None

    def _lasting(self) -> Stretch | None:
        """Read "in the last two hours", "the past few days"."""
        at = self._end("lasting", 0)
        length = self._length(at) if at else None
        if length is None or length[1] != len(self._spoken):
            return None
        return Stretch(StretchKind.SINCE, self._now - timedelta(seconds=length[0]))

    def _ago(self) -> Stretch | None:
        """Read "an hour ago": from a little before it on."""
        length = self._length(0)
        if length is None or not self._is("ago", length[1]):
            return None
        return Stretch(StretchKind.SINCE, self._now - timedelta(seconds=length[0] * 1.5))

    def _length(self, at: int) -> tuple[int, int] | None:
        """Return seconds and where they end: "two hours", "few days", "hour"."""
        few = self._end("few", at)
        words: Sequence[str] = self._spoken
        if few > at:
            words = (*words[:at], str(_FEW), *words[few:])
        shift = len(self._spoken) - len(words)
        found = self._lengths.at(words, at) or self._lengths.at((*words[:at], "1", *words[at:]), at)
        if found is None:
            return None
        is_bare = self._lengths.at(words, at) is None
        return found[0], found[1] + shift - (1 if is_bare else 0)

    def _named(self, at: int) -> Stretch | None:
        """Read a day, a week or a part of a day by its name."""
        at = max(at, self._end("over", at) if self._end("over", at) < len(self._spoken) else at)
        days = self._days(at)
        if days is None:
            return None
        since, until = days
        told = self._phrase.between(at, len(self._spoken))
        return Stretch(StretchKind.FROM, since, until if until <= self._now else None, told)

    def _days(self, at: int) -> tuple[datetime, datetime] | None:
        """Return when what is named there begins and ends."""
        now = self._now
        if self._is("last_night", at):
            return self._wall.hours(-1, *_NIGHT)
        yesterday = self._end("yesterday", at)
        if yesterday > at:
            return self._part_of(-1, yesterday)
        if self._is("day_so_far", at):
            return self._wall.hours(0, 0, 24)
        weeks = (("this_week", 0), ("last_week", -_WEEK))
        for name, ahead in weeks:
            if self._is(name, at):
                first = ahead - now.weekday()
                return self._wall.hours(first, 0, 24 * _WEEK)
        if self._is("this_month", at):
            return self._wall.hours(1 - now.day, 0, 24 * now.day)
        if self._is("weekend", at):
            back = (now.weekday() - _SATURDAY) % _WEEK
            return self._wall.hours(-back, 0, 48)
        return self._part_of(0, self._end("of_today", at)) or self._weekday(at)

    def _part_of(self, ahead: int, at: int) -> tuple[datetime, datetime] | None:
        """Return a part of a day, or all of yesterday."""
        if at == len(self._spoken) and ahead:
            return self._wall.hours(ahead, 0, 24)
        for part, hours in _PARTS.items():
            if self._is(part.value, at):
                return self._wall.hours(ahead, *hours)
        return None

    def _weekday(self, at: int) -> tuple[datetime, datetime] | None:
        """Read "Monday", "last Friday morning", "today", "tonight"."""
        start = self._end("last_weekday", at)
        found = self._reader.at(self._spoken, start, bare=True)
        if found is None or found[1] != len(self._spoken):
            return None
        said = found[0]
        if said.clock or said.seconds or said.day is None:
            return None
        ahead = self._wall.back_to(said.day, is_today=start == at)
        if ahead is None:
            return None
        hours = _PARTS.get(said.part, _NIGHT) if said.part else (0, 24)
        return self._wall.hours(ahead, *hours)

    def _start(self, at: int, end: int, now: datetime | None = None) -> datetime | None:
        """Return the last moment that these words name, before `now`."""
        now = now or self._now
        words = self._spoken[at:end]
        meal = self._words.place_of("meals", words, 0)
        if meal is not None and len(words) == 1:
            return self._wall.last_at([(_MEALS[meal], 0)], None, now)
        rest = _Past(" ".join(words), self._now, self._words)
        ago = rest._length(0)
        if ago and rest._is("ago", ago[1]):
            return self._now - timedelta(seconds=ago[0])
        if named := rest._named(0):
            return named.since
        return self._clock(words, now)

    def _clock(self, words: Sequence[str], now: datetime) -> datetime | None:
        """Return the last time that a clock showed that: "ten", "yesterday at five"."""
        yesterday = self._words.end_of("yesterday", words, 0)
        found = self._reader.whole(words[yesterday:])
        if found is None or found.clock is None:
            return None
        ahead = -1 if yesterday else self._day_of(found)
        if ahead is None and found.day is not None:
            return None
        return self._wall.last_at(hours_of(found.clock, found.part), ahead, now)

    def _day_of(self, found: TimeSaid) -> int | None:
        return self._wall.back_to(found.day, is_today=True) if found.day else None

    def _behind(self, name: str) -> int:
        """Return where what a list leads to begins; 0 for nothing."""
        end = self._end(name, 0)
        return end if 0 < end < len(self._spoken) else 0

    def _is(self, name: str, at: int) -> bool:
        """Whether a phrase of a list is all that is left there."""
        return self._spoken[at:] in self._list(name)

    def _list(self, name: str) -> Sequence[tuple[str, ...]]:
        return self._words.phrases(name)

    def _end(self, name: str, at: int) -> int:
        return self._words.end_of(name, self._spoken, at)
