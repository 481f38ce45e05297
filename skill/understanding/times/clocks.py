"""Times of day: "half past nine", "nine thirty p m", "noon", "ten to five". Pure."""

import re
from collections.abc import Sequence

from skill.understanding.times.numbers import number_at
from skill.understanding.times.said import Clock
from skill.understanding.times.time_words import TimeWords

_WRITTEN = re.compile(r"(\d{1,2})(am|pm)?")
_MARKED = 5
_WRITTEN_CLOCK = re.compile(r"(\d{1,2})(\d\d)")


class ClockReader:
    """Reads times of day in one language."""

    def __init__(self, words: TimeWords) -> None:
        """Read by these words."""
        self._words = words
        self._end = words.end_of

    def at(self, spoken: Sequence[str], at: int, *, alone: bool) -> tuple[Clock, int] | None:
        """Return the time of day that begins at word `at`, and before which word it ends.

        A mere number is one only where it stands `alone`.
        """
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
        # "Four point one to one" is no time: of minutes that no clock marks one says "at".
        led = at == 0 or any(self._words.has(name, spoken[at - 1]) for name in ("at", "for"))
        marked = led or end > minutes[1] or minutes[0] % _MARKED == 0
        return self._hour(spoken, before, -minutes[0]) if before > end and marked else None

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


def _earlier(clock: Clock, minutes: int) -> Clock:
    """Return so many minutes before a full hour: "ten to five" is 4:50."""
    if clock.is_exact:
        hour = clock.hour % 12 + (12 if clock.half == "pm" else 0) if clock.half else clock.hour
        hour = (hour - 1) % 24
        half = "" if hour > 12 or hour == 0 else ("pm" if hour == 12 else "am")
        return Clock(hour, 60 - minutes, half)
    return Clock((clock.hour - 2) % 12 + 1, 60 - minutes)
