"""Times found in spoken words: "at half past nine", "tomorrow morning", "in ten minutes". Pure."""

from collections.abc import Callable, Sequence

from skill.understanding.times.clocks import ClockReader
from skill.understanding.times.days import DayReader
from skill.understanding.times.lengths import DAY, LengthReader
from skill.understanding.times.said import Day, Found, TimeSaid
from skill.understanding.times.time_words import TimeWords

LONGEST = 14
_MOST_PIECES = 4


class TimeReader:
    """Reads times in one language."""

    def __init__(self, words: TimeWords) -> None:
        """Read by these words."""
        self._words = words
        self._end = words.end_of
        self._lengths = LengthReader(words)
        self._days = DayReader(words)
        self._clocks = ClockReader(words)

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

    def _from_now(self, spoken: Sequence[str], at: int, *, bare: bool) -> Found | None:
        into = self._end("in", spoken, at)
        found = self._lengths.at(spoken, into)
        if found is None:
            return None
        seconds, end = found
        after = self._end("from_now", spoken, end)
        if not (into > at or after > end or bare):
            return None
        if any(self._is_day(word) for word in spoken[into:end]) and seconds % DAY == 0:
            return TimeSaid(day=Day(ahead=seconds // DAY, keeps_time=True)), after
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
            self._days.day,
            self._days.part,
            self._at_clock,
        )
        found = [found for read in readings if (found := read(spoken, at))]
        clock = self._clocks.at(spoken, at, alone=bare)
        if clock is not None:
            found.append((TimeSaid(clock=clock[0]), clock[1]))
        return max(found, key=lambda time: time[1], default=None)

    def _at_clock(self, spoken: Sequence[str], at: int) -> Found | None:
        end = self._end("at", spoken, at)
        clock = self._clocks.at(spoken, end, alone=True) if end > at else None
        return (TimeSaid(clock=clock[0]), clock[1]) if clock else None
