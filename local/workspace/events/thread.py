"""Delivering events by itself, for a stack that runs."""

import threading
from types import TracebackType
from typing import Self

from local.workspace.events.outlet import EventOutlet


class OutletThread:
    """A thread that delivers an outlet's events as they come, and its retries when they are due.

    Use it in a `with` statement. Leaving that waits for an attempt under way, makes no other, and
    closes the outlet.
    """

    def __init__(self, outlet: EventOutlet) -> None:
        self._outlet = outlet
        self._thread = threading.Thread(target=self._run, name="events", daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _fault: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """End."""
        self._outlet.close()
        self._thread.join()

    def _run(self) -> None:
        while self._outlet.wait_for_due():
            self._outlet.deliver_due()
