"""A clock that moves only when told to."""

from collections.abc import Callable


class SteppedClock:
    """Epoch seconds that stand still between steps; safe to read from any thread."""

    def __init__(self, start: float) -> None:
        """Begin at this moment."""
        self._now = start

    def __call__(self) -> float:
        """Return the time."""
        return self._now

    def step(self, seconds: float) -> None:
        """Move forward."""
        self._now += seconds


class PumpedSleep:
    """A sleep during which the rest of the world goes on."""

    def __init__(self, clock: SteppedClock, pump: Callable[[], None]) -> None:
        """Move this clock and then let the world do what is due."""
        self._clock = clock
        self._pump = pump

    def __call__(self, seconds: float) -> None:
        """Sleep."""
        self._clock.step(seconds)
        self._pump()
