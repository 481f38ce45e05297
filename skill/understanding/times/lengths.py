"""How long something is: "ten minutes", "an hour and a half", "a couple of days". Pure."""

from collections.abc import Sequence

from skill.understanding.times.numbers import count_at
from skill.understanding.times.time_words import TimeWords

MINUTE, HOUR, DAY = 60, 3600, 86400


class LengthReader:
    """Reads lengths of time in one language."""

    def __init__(self, words: TimeWords) -> None:
        """Read by these words."""
        self._words = words
        self._end = words.end_of

    def at(self, spoken: Sequence[str], at: int) -> tuple[int, int] | None:
        """Return the seconds that begin at word `at`, and before which word they end."""
        first = self._one_length(spoken, at)
        if first is None:
            return None
        seconds, end = first
        joint = self._end("and", spoken, end)
        second = self._one_length(spoken, joint)
        if second is not None and second[0] < seconds and (joint > end or second[0] < HOUR):
            return seconds + second[0], second[1]
        return first

    def _one_length(self, spoken: Sequence[str], at: int) -> tuple[int, int] | None:
        for part, of in ((2, "half_of"), (4, "quarter_of")):
            end = self._end(of, spoken, at)
            unit = self._unit(spoken, end) if end > at else None
            if unit is not None and unit[0] == HOUR:
                return unit[0] // part, unit[1]
        end = self._end("three_quarters_of", spoken, at)
        unit = self._unit(spoken, end) if end > at else None
        if unit is not None and unit[0] == HOUR:
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
        units = (("minutes", MINUTE), ("hours", HOUR), ("days", DAY), ("weeks", 7 * DAY))
        for name, seconds in units:
            end = self._end(name, spoken, at)
            if end > at:
                return seconds, end
        return None
