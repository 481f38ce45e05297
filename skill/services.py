"""What the intent handlers work with: the mailbox, a clock and the settings."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import inf
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from skill.stores import Stores

if TYPE_CHECKING:
    from postbox.outbox.queue import OutboxQueue

Seen = TypeVar("Seen")


@dataclass(frozen=True)
class Device:
    """The Echo that a request came from, and how Alexa lets the skill ask about it."""

    id: str
    api_endpoint: str
    api_access_token: str = field(repr=False)


class DeviceUnreachable(Exception):
    """Alexa gave no answer in time, or none that makes sense."""


class Devices(Protocol):
    """Who knows about devices."""

    def time_zone(self, device: Device) -> str:
        """Return the name of a device's time zone, "" for none; raises DeviceUnreachable."""


class SummaryModel(Protocol):
    """Who sums messages up; see skill/reading/catching_up/summarizer.py."""

    @property
    def is_set(self) -> bool:
        """Whether there is a model."""

    @property
    def per_day(self) -> int:
        """So many questions a day are asked for each link."""

    def summary(self, request: Any, seconds: float) -> str:
        """Return the model's words within so many seconds; raises NoSummary."""


@dataclass(frozen=True, kw_only=True)
class Services(Stores):
    """Everything outside the skill that an answer may need."""

    queue: "Callable[[], OutboxQueue]"
    """The outbox's queue, the same one each time; a request that sends nothing needs none."""
    devices: Devices
    summarizer: SummaryModel
    clock: Callable[[], float]
    """Epoch seconds."""
    sleep: Callable[[float], None]
    max_message_age: float
    undo_seconds: float
    """For so long after it was spoken, a message can be unsent or changed by voice."""
    deadline: float = inf
    """By when (epoch seconds) the turn must be answered; every wait ends by then."""

    @property
    def outbox(self) -> "OutboxQueue":
        """Where commands wait for Slack."""
        return self.queue()

    def until(self, deadline: float) -> "Services":
        """Return the same for a turn that must be answered by this moment."""
        return replace(self, deadline=deadline)

    @property
    def seconds_left(self) -> float:
        """How long this turn may still take."""
        return self.deadline - self.clock()

    def awaited(
        self,
        first: Seen,
        scan: Callable[[Seen], Seen],
        is_enough: Callable[[Seen], bool],
        *,
        seconds: float,
        every: float,
    ) -> Seen:
        """Look again and again, for so many seconds at most, until it is enough; the last seen.

        The one place where an answer waits: what it waits for must come before the deadline.
        """
        until = min(self.clock() + seconds, self.deadline)
        seen = first
        while not is_enough(seen) and self.clock() < until:
            self.sleep(every)
            seen = scan(seen)
        return seen
