"""What is scheduled, in the order of its time."""

from bisect import insort
from collections.abc import Iterator

from local.workspace.team.entities import ScheduledMessage


class Schedule:
    """Messages that wait for their time. Not safe for threads, but for `next_at`."""

    def __init__(self) -> None:
        self._waiting: list[ScheduledMessage] = []
        self.next_at: int | None = None
        """When the next one is due, in epoch seconds; safe to read from any thread."""

    def add(self, message: ScheduledMessage) -> None:
        """Let a message wait; of two for the same time the earlier one comes first."""
        insort(self._waiting, message, key=lambda scheduled: scheduled.post_at)
        self._changed()

    def get(self, id_: str) -> ScheduledMessage | None:
        """Return the waiting message of this id."""
        return next((message for message in self._waiting if message.id == id_), None)

    def remove(self, message: ScheduledMessage) -> None:
        """Let a message wait no more."""
        self._waiting.remove(message)
        self._changed()

    def take_due(self, now: float) -> Iterator[ScheduledMessage]:
        """Take out what is due, the first one first."""
        while self._waiting and self._waiting[0].post_at <= now:
            due = self._waiting.pop(0)
            self._changed()
            yield due

    def all(self) -> list[ScheduledMessage]:
        """Return what waits, the next one first."""
        return list(self._waiting)

    def clear(self) -> None:
        """Forget everything."""
        self._waiting.clear()
        self._changed()

    def _changed(self) -> None:
        self.next_at = self._waiting[0].post_at if self._waiting else None
