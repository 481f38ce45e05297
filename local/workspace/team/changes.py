"""Telling listeners what changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from local.workspace.team.entities import Change

Listener = Callable[[Change], None]


class Changes:
    """The listeners to a workspace, told of each change in the order in which it happened."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._silent = 0

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; call what is returned to stop that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def tell(self, change: Change) -> None:
        """Tell everyone who listens."""
        if not self._silent:
            for listener in list(self._listeners):
                listener(change)

    @contextmanager
    def untold(self) -> Iterator[None]:
        """Tell nobody of what happens meanwhile."""
        self._silent += 1
        try:
            yield
        finally:
            self._silent -= 1
