"""Time-outs without a clock: a call to the workspace times out when the workspace lets it hang.

However slow the machine is, no other call does.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

_connect = socket.create_connection


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
        """Let the connections that are made meanwhile time out so, and in no other way."""
        with patch("socket.create_connection", self._connected):
            yield

    def _connected(self, *arguments: Any, **options: Any) -> socket.socket:
        connection = _connect(*arguments, **options)
        timeout = connection.gettimeout()
        patient = _PatientSocket(fileno=connection.detach())
        patient.settimeout(timeout)
        patient.patience = self
        patient.port = patient.getsockname()[1]
        return patient


class _PatientSocket(socket.socket):
    """A socket that waits for as long as it takes, and times out when it is told to."""

    patience: Patience
    port: int

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        try:
            received = super().recv_into(*arguments, **options)
        except ConnectionResetError:
            if not self.patience.is_over(self.port):
                raise
            raise TimeoutError("timed out") from None
        if received == 0 and self.patience.is_over(self.port):
            raise TimeoutError("timed out")
        return received
