"""Time-outs without a clock: a call to the workspace times out when the workspace lets it hang.

However slow the machine is, no other call does.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

_recv_into = socket.socket.recv_into


class Patience:
    """Which of this process's connections wait for an answer that never comes."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = threading.Lock()
        self._hanging: set[int] = set()

    def hang(self, port: int) -> None:
        """Let the client at this port of ours wait in vain; its connection is ended next."""
        with self._lock:
            self._hanging.add(port)

    def is_over(self, port: int) -> bool:
        """Whether the client at this port waited in vain. It is asked once."""
        with self._lock:
            if port not in self._hanging:
                return False
            self._hanging.remove(port)
            return True

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Let what is received meanwhile, by whatever client, time out so and in no other way."""

        def recv_into(connection: socket.socket, *arguments: Any, **options: Any) -> int:
            try:
                received = _recv_into(connection, *arguments, **options)
            except ConnectionResetError:
                if not self.is_over(_port_of(connection)):
                    raise
                raise TimeoutError("timed out") from None
            if received == 0 and self.is_over(_port_of(connection)):
                raise TimeoutError("timed out")
            return received

        with patch.object(socket.socket, "recv_into", recv_into):
            yield


def _port_of(connection: socket.socket) -> int:
    """Return the port at our end; 0 where a connection has none."""
    name = connection.getsockname()
    return int(name[1]) if isinstance(name, tuple) else 0
