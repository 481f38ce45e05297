"""Times found in spoken words: "at half past nine", "tomorrow morning", "in ten minutes". Pure."""

import re
from collections.abc import Callable, Sequence

from skill.scheduling.numbers import count_at, number_at, ordinal_at
from skill.scheduling.said import Clock, Day, Part, TimeSaid
from skill.scheduling.words import TimeWords

Found = tuple[TimeSaid, int]
"""What was said, and before which word it ends."""

LONGEST = 14
_MOST_PIECES = 4
_WRITTEN = re.compile(r"(\d{1,2})(am|pm)?")
_WRITTEN_CLOCK = re.compile(r"(\d{1,2})(\d\d)")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


class TimeReader:
    """Reads times in one language."""

    def __init__(self, words: TimeWords) -> None:
        """Read by these words."""
        self._words = words

    def at(self, spoken: Sequence[str], at: int, *, bare: bool = False) -> Found | None:
        """Return the longest time that begins at word `at`.

        Where it is known that a time follows (`bare`), it needs no "at" and no "in".
        """
        ago = self._from_now(spoken, at, bare=bare)
        if ago is not None:
            return self._on_a_day(spoken, *ago)
        return self._pieces(spoken, at, bare=bare)

    def before(self, spoken: Sequence[str], end: int) -> tuple[TimeSaid, int] | None:
        """Return the longest time that ends before word `end`, and where it begins."""
        for start in range(max(0, end - LONGEST), end):
            found = self.at(spoken[:end], start)
            if found is not None and found[1] == end:
                return found[0], start
        return None

    def whole(self, spoken: Sequence[str]) -> TimeSaid | None:
        """Return the time that all of these words say, with or without "at"."""
        end = len(spoken)
        start = max(self._end("for", spoken, 0), self._end("at", spoken, 0))
        while end > start and self._words.has("please", spoken[end - 1]):
            end -= 1
        for first in {0, start}:
            found = self.at(spoken[:end], first, bare=True)
            if found is not None and found[1] == end:
                return found[0]
        return None

    # ------------------------------------------------------------------------- so long from now

    def _from_now(self, spoken: Sequence[str], at: int, *, bare: bool) -> Found | None:
        into = self._end("in", spoken, at)
        found = self._length(spoken, into)
        if found is None:
            return None
        seconds, end = found
        after = self._end("from_now", spoken, end)
        if not (into > at or after > end or bare):
            return None
        if any(self._is_day(word) for word in spoken[into:end]) and seconds % _DAY == 0:
            return TimeSaid(day=Day(ahead=seconds // _DAY, keeps_time=True)), after
        return TimeSaid(seconds=seconds), after

    def _is_day(self, word: str) -> bool:
        return self._words.has("days", word) or self._words.has("weeks", word)

    def _on_a_day(self, spoken: Sequence[str], said: TimeSaid, end: int) -> Found:
        """Return "in three days" with the time of day that may follow."""
        if said.day is None:
            return said, end
        more = self._pieces(spoken, end, bare=False)
        both = said.joined(more[0]) if more else None
        return (both, more[1]) if both and more else (said, end)

    def _length(self, spoken: Sequence[str], at: int) -> tuple[int, int] | None:
        first = self._one_length(spoken, at)
        if first is None:
            return None
        seconds, end = first
        joint = self._end("and", spoken, end)
        second = self._one_length(spoken, joint)
        if second is not None and second[0] < seconds and (joint > end or second[0] < _HOUR):
            return seconds + second[0], second[1]
        return first

    def _one_length(self, spoken: Sequence[str], at: int) -> tuple[int, int] | None:
        for part, of in ((2, "half_of"), (4, "quarter_of")):
            end = self._end(of, spoken, at)
            unit = self._unit(spoken, end) if end > at else None
            if unit is not None and unit[0] == _HOUR:
                return unit[0] // part, unit[1]
        end = self._end("three_quarters_of", spoken, at)
        unit = self._unit(spoken, end) if end > at else None
        if unit is not None and unit[0] == _HOUR:
            return unit[0] * 3 // 4, unit[1]
        return self._counted(spoken, at)

    def _counted(self, spoken: Sequence[str], at: int) -> tuple[int, int] | None:
        amount = self._amount(spoken, at)
        if amount is None:
            return None
        count, end = amount
        halved = self._end("and_a_half", spoken, end)
        unit = self._unit(spoken, halved)
        if unit is None:
            return None
        seconds, end = count * unit[0], unit[1]
        late_half = self._end("and_a_half", spoken, end)
        if halved > amount[1] or late_half > end:
            return seconds + unit[0] // 2, max(end, late_half)
        return seconds, end

    def _amount(self, spoken: Sequence[str], at: int) -> tuple[int, int] | None:
        couple = self._end("couple", spoken, at)
        if couple > at:
            return 2, couple
        article = self._end("articles", spoken, at)
        if article > at:
            return 1, article
        return count_at(spoken, at)

    def _unit(self, spoken: Sequence[str], at: int) -> tuple[int, int] | None:
        units = (("minutes", _MINUTE), ("hours", _HOUR), ("days", _DAY), ("weeks", 7 * _DAY))
        for name, seconds in units:
            end = self._end(name, spoken, at)
            if end > at:
                return seconds, end
        return None

    # ------------------------------------------------------------------ a day, a part, a clock

    def _pieces(self, spoken: Sequence[str], at: int, *, bare: bool) -> Found | None:
        said: TimeSaid | None = None
        end = at
        for _ in range(_MOST_PIECES):
            piece = self._piece(spoken, end, bare=bare or said is not None)
            if piece is None:
                break
            together = said.joined(piece[0]) if said else piece[0]
            if together is None:
                break
            said, end = together, piece[1]
        return (said, end) if said else None

    def _piece(self, spoken: Sequence[str], at: int, *, bare: bool) -> Found | None:
        readings: tuple[Callable[[Sequence[str], int], Found | None], ...] = (
            self._day,
            self._part,
            self._at_clock,
        )
        found = [each for read in readings if (each := read(spoken, at))]
        clock = self._clock(spoken, at, alone=bare)
        if clock is not None:
            found.append((TimeSaid(clock=clock[0]), clock[1]))
        return max(found, key=lambda each: each[1], default=None)

    def _at_clock(self, spoken: Sequence[str], at: int) -> Found | None:
        end = self._end("at", spoken, at)
        clock = self._clock(spoken, end, alone=True) if end > at else None
        return (TimeSaid(clock=clock[0]), clock[1]) if clock else None

    def _part(self, spoken: Sequence[str], at: int) -> Found | None:
        night = self._end("at_night", spoken, at)
        if night > at:
            return TimeSaid(part=Part.NIGHT), night
        into = self._end("in_the", spoken, at)
        this = self._end("this", spoken, at)
        found = self._part_word(spoken, max(into, this))
        if found is None or max(into, this) == at:
            return None
        today = Day(ahead=0) if this > into else None
        return TimeSaid(part=found[0], day=today), found[1]

    def _part_word(self, spoken: Sequence[str], at: int) -> tuple[Part, int] | None:
        for part in Part:
            end = self._end(part.value, spoken, at)
            if end > at:
                return part, end
        return None

    def _day(self, spoken: Sequence[str], at: int) -> Found | None:
        tonight = self._end("tonight", spoken, at)
        if tonight > at:
            return TimeSaid(day=Day(ahead=0), part=Part.NIGHT), tonight
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

    def _clock(self, spoken: Sequence[str], at: int, *, alone: bool) -> tuple[Clock, int] | None:
        """Return a time of day; a mere number only where it stands `alone` for one."""
        for name, hour in (("noon", 12), ("midnight", 0)):
            end = self._end(name, spoken, at)
            if end > at:
                return Clock(hour, 0, "pm" if hour else "am"), end
        return self._relative(spoken, at) or self._by_hour(spoken, at, alone=alone)

    def _relative(self, spoken: Sequence[str], at: int) -> tuple[Clock, int] | None:
        """Read "half past nine", "a quarter to five", "ten past five"."""
        half = self._end("half_past", spoken, at)
        if half > at:
            return self._hour(spoken, half, 30)
        quarter = self._end("quarter", spoken, at)
        minutes = (15, quarter) if quarter > at else number_at(spoken, at)
        if minutes is None or not 0 < minutes[0] < 60:
            return None
        end = self._end("minutes_word", spoken, minutes[1])
        past, before = self._end("past", spoken, end), self._end("before", spoken, end)
        if past > end:
            return self._hour(spoken, past, minutes[0])
        return self._hour(spoken, before, -minutes[0]) if before > end else None

    def _hour(self, spoken: Sequence[str], at: int, minutes: int) -> tuple[Clock, int] | None:
        found = self._by_hour(spoken, at, alone=True, with_minutes=False)
        if found is None:
            for name, hour in (("noon", 12), ("midnight", 0)):
                end = self._end(name, spoken, at)
                if end > at:
                    found = Clock(hour, 0, "pm" if hour else "am"), end
        if found is None:
            return None
        clock, end = found
        if minutes >= 0:
            return Clock(clock.hour, minutes, clock.half), end
        return _earlier(clock, -minutes), end

    def _by_hour(
        self, spoken: Sequence[str], at: int, *, alone: bool, with_minutes: bool = True
    ) -> tuple[Clock, int] | None:
        written = self._written(spoken, at)
        if written is None:
            return None
        hour, minute, half, end = written
        minutes = self._minutes(spoken, end) if with_minutes and minute is None else None
        if minutes is not None and not half:
            minute, end = minutes
        oclock = self._end("oclock", spoken, end)
        morning, evening = self._end("am", spoken, oclock), self._end("pm", spoken, oclock)
        if not half and max(morning, evening) > oclock:
            half = "am" if morning > oclock else "pm"
        end, marked = max(oclock, morning, evening), bool(half) or oclock > end
        if half and not 1 <= hour <= 12:
            half = ""
        if hour > 23 or not (alone or marked):
            return None
        return Clock(hour, minute or 0, half), end

    def _written(self, spoken: Sequence[str], at: int) -> tuple[int, int | None, str, int] | None:
        word = spoken[at] if at < len(spoken) else ""
        if found := _WRITTEN.fullmatch(word):
            return int(found[1]), None, found[2] or "", at + 1
        if (found := _WRITTEN_CLOCK.fullmatch(word)) and int(found[2]) < 60:
            return int(found[1]), int(found[2]), "", at + 1
        number = number_at(spoken, at)
        # "twenty five" is no hour, but "twenty" and minutes may be.
        if number is not None and number[0] > 23:
            number = number_at(spoken[: at + 1], at)
        return (number[0], None, "", number[1]) if number and number[0] < 24 else None

    def _minutes(self, spoken: Sequence[str], at: int) -> tuple[int, int] | None:
        zero = self._end("zero", spoken, at)
        found = number_at(spoken, zero)
        if found is None:
            return None
        value, end = found
        if zero > at:
            return found if value < 10 else None
        is_two_digits = value >= 10 or (end == at + 1 and len(spoken[at]) == 2)
        return (value, end) if is_two_digits and value < 60 else None

    def _end(self, name: str, spoken: Sequence[str], at: int) -> int:
        return self._words.end_of(name, spoken, at)


def _earlier(clock: Clock, minutes: int) -> Clock:
    """Return so many minutes before a full hour: "ten to five" is 4:50."""
    if clock.is_exact:
        hour = clock.hour % 12 + (12 if clock.half == "pm" else 0) if clock.half else clock.hour
        hour = (hour - 1) % 24
        half = "" if hour > 12 or hour == 0 else ("pm" if hour == 12 else "am")
        return Clock(hour, 60 - minutes, half)
    return Clock((clock.hour - 2) % 12 + 1, 60 - minutes)
