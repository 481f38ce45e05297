"""Telling listeners what changed."""

from collections.abc import Callable

from local.workspace.entities import Change

Listener = Callable[[Change], None]


class Changes:
    """The listeners to a workspace, told of each change in the order in which it happened."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; call what is returned to stop that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def tell(self, change: Change) -> None:
        """Tell everyone who listens."""
        for listener in list(self._listeners):
            listener(change)
