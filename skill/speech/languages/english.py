"""English: lists without a comma before the last, and a clock of twice twelve hours. Pure."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime

_I = re.compile(r"\bi(?=\b(?!\.\w))(?!-)")


class English:
    """What English does to words."""

    def listed(self, names: Sequence[str], last: str) -> str:
        """Return "Ana, Ben and Kevin"; without a last word "Ana, Ben, Kevin"."""
        if not last:
            return ", ".join(names)
        if len(names) <= 1:
            return "".join(names)
        return f"{', '.join(names[:-1])} {last} {names[-1]}"

    def is_one(self, amount: int) -> bool:
        """Whether so many things go by the word for one of them."""
        return amount == 1

    def spelled(self, text: str) -> str:
        """Return dictated text with the capital I."""
        return _I.sub("I", text)

    def time_of_day(self, then: datetime, words: Callable[..., str]) -> str:
        """Return "5 PM", "9:30 AM", "noon"."""
        if (then.hour, then.minute) == (12, 0):
            return words("noon")
        hour = then.hour % 12 or 12
        time = f"{hour}:{then.minute:02}" if then.minute else str(hour)
        return words("time_of_day", time=time, half=_half(then))

    def written_time(
        self, then: datetime, words: Callable[..., str], *, with_seconds: bool = False
    ) -> str:
        """Return "5:00 PM", "9:30:05 AM"."""
        seconds = f":{then.second:02}" if with_seconds else ""
        time = f"{then.hour % 12 or 12}:{then.minute:02}{seconds}"
        return words("time_of_day", time=time, half=_half(then))

    def day(self, then: datetime, words: Callable[..., str], *, is_near: bool) -> str:
        """Return "Monday", else "Monday, March 2"."""
        weekday = words("weekdays").split()[then.weekday()]
        if is_near:
            return weekday
        month = words("months").split()[then.month - 1]
        date = words("day_of_month", month=month, day=str(then.day))
        return words("date_with_weekday", weekday=weekday, date=date)


def _half(then: datetime) -> str:
    return "AM" if then.hour < 12 else "PM"
