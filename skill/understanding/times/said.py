"""A time as it was said, before anybody asks what time it is now. Pure."""

from dataclasses import dataclass, replace
from enum import Enum


class PartOfDay(Enum):
    """A part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True)
class Clock:
    """A time of day: by the full day where `half` is not open, else by twelve hours."""

    hour: int
    minute: int = 0
    half: str = ""
    """ "am" or "pm" where it was said; "" where it was not."""

    @property
    def is_midnight(self) -> bool:
        """Whether it is the midnight between two days."""
        return self.hour % 12 == 0 and self.minute == 0 and self.half == "am"

    @property
    def is_exact(self) -> bool:
        """Whether there is one such time in a day."""
        return bool(self.half) or self.hour > 12 or self.hour == 0


@dataclass(frozen=True)
class Day:
    """A day: so many days from today, the next such weekday, or a date."""

    ahead: int | None = None
    keeps_time: bool = False
    """Whether the present time of day is meant, as in "in two days"."""
    weekday: int | None = None
    """From 0 for Monday."""
    is_next: bool = False
    """Whether "next" was said: then it is not today."""
    month: int | None = None
    date: int | None = None


@dataclass(frozen=True)
class TimeSaid:
    """What was said of a time."""

    seconds: int = 0
    """So long from now; then there is nothing else."""
    day: Day | None = None
    clock: Clock | None = None
    part: PartOfDay | None = None

    @property
    def is_definite(self) -> bool:
        """Whether it is more than a day, or a part of today: those are mostly words of a text."""
        if self.seconds or self.clock:
            return True
        return self.part is not None and self.day is not None and self.day.ahead != 0

    def joined(self, other: "TimeSaid") -> "TimeSaid | None":
        """Return both together, or None where both say the same kind of thing."""
        if self.seconds or other.seconds:
            return None
        if any(a and b for a, b in zip(self.parts, other.parts, strict=True)):
            return None
        return replace(
            self,
            day=self.day or other.day,
            clock=self.clock or other.clock,
            part=self.part or other.part,
        )

    @property
    def parts(self) -> tuple[Day | None, Clock | None, PartOfDay | None]:
        """What was said beside a time from now."""
        return self.day, self.clock, self.part


Found = tuple[TimeSaid, int]
"""What was said, and before which word it ends."""
