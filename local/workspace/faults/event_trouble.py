"""How the delivery of events goes wrong on demand."""

import threading


class EventTrouble:
    """Events that are lost, that are late, and those that come again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._delays: list[float] = []
        self.lost = False
        """What is raised meanwhile is never delivered."""
        self.again_since = 0.0
        """Since when, in epoch seconds, the events were raised that are to come again."""

    def delay_next(self, seconds: float, events: int = 1) -> None:
        """Let the next events to be raised come so much later than they would."""
        with self._lock:
            self._delays += [seconds] * events

    def take_delay(self) -> float:
        """Return by how many seconds the event that is raised now is late."""
        with self._lock:
            return self._delays.pop(0) if self._delays else 0.0

    def end(self) -> None:
        """Let everything that is raised from now on be delivered in time."""
        with self._lock:
            self._delays.clear()
            self.lost = False
