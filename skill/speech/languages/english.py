"""English: lists without a comma before the last, and a clock of twice twelve hours. Pure."""

from collections.abc import Callable, Sequence
from datetime import datetime


class English:
    """What English does to words."""

    def listed(self, names: Sequence[str], last: str) -> str:
        """Return "Ana, Ben and Kevin"."""
        if len(names) <= 1:
            return "".join(names)
        return f"{', '.join(names[:-1])} {last} {names[-1]}"

    def time_of_day(self, then: datetime, words: Callable[..., str]) -> str:
        """Return "5 PM", "9:30 AM", "noon"."""
        if (then.hour, then.minute) == (12, 0):
            return words("noon")
        hour, half = then.hour % 12 or 12, "AM" if then.hour < 12 else "PM"
        time = f"{hour}:{then.minute:02}" if then.minute else str(hour)
        return words("time_of_day", time=time, half=half)

    def day(self, then: datetime, words: Callable[..., str], *, is_near: bool) -> str:
        """Return "Monday", else "Monday, March 2"."""
        weekday = words("weekdays").split()[then.weekday()]
        if is_near:
            return weekday
        month = words("months").split()[then.month - 1]
        date = words("day_of_month", month=month, day=str(then.day))
        return words("date_with_weekday", weekday=weekday, date=date)
