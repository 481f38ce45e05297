"""Days and their parts: "tomorrow", "on Friday morning", "on the third of May", "tonight". Pure."""

from collections.abc import Sequence

from skill.understanding.times.numbers import ordinal_at
from skill.understanding.times.said import Day, Found, PartOfDay, TimeSaid
from skill.understanding.times.time_words import TimeWords


class DayReader:
    """Reads days and parts of days in one language."""

    def __init__(self, words: TimeWords) -> None:
        """Read by these words."""
        self._words = words
        self._end = words.end_of

    def day(self, spoken: Sequence[str], at: int) -> Found | None:
        """Return the day that begins at word `at`, with the part of it that follows."""
        tonight = self._end("tonight", spoken, at)
        if tonight > at:
            return TimeSaid(day=Day(ahead=0), part=PartOfDay.NIGHT), tonight
        for ahead, name in ((0, "today"), (2, "after_tomorrow"), (1, "tomorrow")):
            end = self._end(name, spoken, at)
            if end > at:
                return self._with_part(spoken, Day(ahead=ahead), end)
        start = self._end("on", spoken, at)
        weekday = self._weekday(spoken, start)
        if weekday is not None:
            return self._with_part(spoken, *weekday)
        date = self._date(spoken, start) if start > at else None
        return self._with_part(spoken, *date) if date else None

    def part(self, spoken: Sequence[str], at: int) -> Found | None:
        """Return the part of a day that begins at word `at`: "in the evening"."""
        night = self._end("at_night", spoken, at)
        if night > at:
            return TimeSaid(part=PartOfDay.NIGHT), night
        into = self._end("in_the", spoken, at)
        this = self._end("this", spoken, at)
        found = self._part_word(spoken, max(into, this))
        if found is None or max(into, this) == at:
            return None
        today = Day(ahead=0) if this > into else None
        return TimeSaid(part=found[0], day=today), found[1]

    def _part_word(self, spoken: Sequence[str], at: int) -> tuple[PartOfDay, int] | None:
        for part in PartOfDay:
            end = self._end(part.value, spoken, at)
            if end > at:
                return part, end
        return None

    def _with_part(self, spoken: Sequence[str], day: Day, end: int) -> Found:
        part = self._part_word(spoken, end)
        if part is None:
            return TimeSaid(day=day), end
        return TimeSaid(day=day, part=part[0]), part[1]

    def _weekday(self, spoken: Sequence[str], at: int) -> tuple[Day, int] | None:
        following = self._end("next", spoken, at)
        start = max(following, self._end("this", spoken, at))
        place = self._words.place_of("weekdays", spoken, start)
        if place is None:
            return None
        return Day(weekday=place, is_next=following > at), start + 1

    def _date(self, spoken: Sequence[str], at: int) -> tuple[Day, int] | None:
        start = self._end("the", spoken, at)
        month = self._words.place_of("months", spoken, start)
        if month is not None:
            date = ordinal_at(spoken, self._end("the", spoken, start + 1))
            return (Day(month=month + 1, date=date[0]), date[1]) if date else None
        found = ordinal_at(spoken, start)
        if found is None or start == at:
            return None
        date_of, end = found
        of = self._end("of", spoken, end)
        month = self._words.place_of("months", spoken, of)
        if month is not None:
            return Day(month=month + 1, date=date_of), of + 1
        return Day(date=date_of), end
