"""Simulated time for code that knows nothing of it: threads that take turns.

Each process is a thread. Only one runs at a time, the one whose moment is next, and the clock
stands at that moment. So twenty workers overlap as they would in reality, in one order, however
slow the machine is.
"""

import heapq
import itertools
import threading
import time
from collections.abc import Callable


class Simulation:
    """A clock (epoch seconds), and the processes that move it by sleeping."""

    def __init__(self, start: float) -> None:
        """Begin at this moment."""
        self._now = start
        self._order = itertools.count()
        self._sleeping: list[tuple[float, int, threading.Event]] = []
        self._processes: list[threading.Thread] = []
        self._left = 0
        self._over = threading.Event()
        self._fault: BaseException | None = None
        self._own = threading.local()

    def __call__(self) -> float:
        """Return the time; for a process that is spending some, with what it has spent."""
        return self._now + self._owed

    def process(self, body: Callable[[], None]) -> None:
        """Add a process that begins at the start; daemons, so that a fault ends the run."""
        turn = self._queue_up(0)
        thread = threading.Thread(target=self._live, args=(body, turn), daemon=True)
        self._processes.append(thread)
        self._left += 1

    def run(self) -> None:
        """Run until all processes have ended; raises what one of them raised."""
        for thread in self._processes:
            thread.start()
        self._wake_next()
        self._over.wait()
        if self._fault is not None:
            raise self._fault

    def sleep(self, seconds: float) -> None:
        """Let time pass for the calling process, what it owes first; others run meanwhile."""
        turn = self._queue_up(seconds + self._owed)
        self._own.owed = 0.0
        began = time.perf_counter()
        self._wake_next()
        turn.wait()
        self._own.suspended = self.suspended + time.perf_counter() - began

    def spend(self, seconds: float) -> None:
        """Let time pass for the calling process alone, to be made up for at its next sleep."""
        self._own.owed = self._owed + seconds

    @property
    def suspended(self) -> float:
        """The real seconds for which the calling process has slept so far."""
        return getattr(self._own, "suspended", 0.0)

    @property
    def _owed(self) -> float:
        return getattr(self._own, "owed", 0.0)

    def _queue_up(self, seconds: float) -> threading.Event:
        turn = threading.Event()
        heapq.heappush(self._sleeping, (self._now + seconds, next(self._order), turn))
        return turn

    def _wake_next(self) -> None:
        self._now, _, turn = heapq.heappop(self._sleeping)
        turn.set()

    def _live(self, body: Callable[[], None], turn: threading.Event) -> None:
        turn.wait()
        try:
            body()
        except BaseException as fault:  # noqa: BLE001 - handed to whoever runs the simulation
            self._fault = fault
            self._over.set()
            return
        self._left -= 1
        if self._left:
            self._wake_next()
        else:
            self._over.set()
