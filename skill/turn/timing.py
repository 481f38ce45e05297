"""The time: how much of it a turn has, and where in it Echos stand.

Whatever waits in a turn waits here, and ends by its deadline.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, Protocol, TypeVar

from postbox.frozen import Frozen
from postbox.store.table import Table
from skill.turn.request import Device

if TYPE_CHECKING:
    from postbox.links.stores.zones import Zones as KeptZones

Seen = TypeVar("Seen")


class Timing(Frozen):
    """The time, and how much of it there is."""

    clock: Callable[[], float]
    """Epoch seconds."""
    sleep: Callable[[float], None]
    deadline: float = inf
    """By when (epoch seconds) every wait of the turn ends; a last call to AWS fits behind it."""

    def until(self, deadline: float) -> "Timing":
        """Return the same for what must be done by this moment."""
        return replace(self, deadline=deadline)

    @property
    def seconds_left(self) -> float:
        """How long this turn may still wait."""
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


class DeviceUnreachable(Exception):
    """Alexa gave no answer in time, or none that makes sense."""


class Devices(Protocol):
    """Who knows about devices."""

    def time_zone(self, device: Device) -> str:
        """Return the name of a device's time zone, "" for none; raises DeviceUnreachable."""


class Zones(Frozen):
    """Where in time Echos stand."""

    table: Table
    devices: Devices

    @cached_property
    def kept(self) -> "KeptZones":
        """What was asked before."""
        from postbox.links.stores.zones import Zones as KeptZones  # noqa: PLC0415 - as in parts

        return KeptZones(self.table)
