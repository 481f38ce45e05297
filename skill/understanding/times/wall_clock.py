"""Moments that lie behind, as clocks on the wall showed them. Pure."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from skill.understanding.times.said import Clock, Day, PartOfDay

_WEEK = 7
_LEAST = timedelta(minutes=1)
"""What is nearer is not meant by "since ten"."""


class WallClock:
    """The days and hours as they are counted from now, where the speaker is."""

    def __init__(self, now: datetime) -> None:
        """Count from this moment, which has a time zone."""
        self._now = now

    def last_at(
        self, hours: Sequence[tuple[int, int]], ahead: int | None, now: datetime
    ) -> datetime | None:
        """Return the last of these hours and minutes before `now`; on one day, or the last two."""
        days = (0, -1) if ahead is None else (ahead,)
        moments = [self.at(day, hour, minute) for day in days for hour, minute in hours]
        return max((then for then in moments if then <= now - _LEAST), default=None)

    def hours(self, ahead: int, first: int, end: int) -> tuple[datetime, datetime]:
        """Return two hours of a day, both counted from its midnight."""
        return self.at(ahead, first), self.at(ahead, end)

    def at(self, ahead: int, hour: int, minute: int = 0) -> datetime:
        """Return when clocks show so many hours after the midnight of a day."""
        day = self._now.date() + timedelta(days=ahead + hour // 24)
        wall = datetime.combine(day, time(hour % 24, minute), self._now.tzinfo)
        return wall.astimezone(UTC).astimezone(self._now.tzinfo)

    def back_to(self, day: Day, *, is_today: bool) -> int | None:
        """Return how many days from today it is; none where it is still to come."""
        today = self._now.weekday()
        if day.ahead is not None:
            return 0 if day.ahead == 0 else None
        if day.weekday is None:
            return None
        back = (today - day.weekday) % _WEEK
        return -back if back or is_today else -_WEEK


def hours_of(clock: Clock, part: PartOfDay | None) -> list[tuple[int, int]]:
    """Return the hours and minutes of the day that a clock may mean."""
    if clock.half:
        return [(clock.hour % 12 + (12 if clock.half == "pm" else 0), clock.minute)]
    if clock.is_exact:
        return [(clock.hour, clock.minute)]
    if part:
        return [(clock.hour % 12 + (0 if part is PartOfDay.MORNING else 12), clock.minute)]
    return [(clock.hour % 12, clock.minute), (clock.hour % 12 + 12, clock.minute)]
