"""Ports that stay the same from one start to the next, so that what was deployed stays valid."""

import socket
from collections.abc import Callable
from pathlib import Path

HOST = "127.0.0.1"


class PortInUse(Exception):
    """The port that was asked for is taken; the message names it."""


def steady_port(
    remembered: Path,
    wanted: int | None = None,
    tell: Callable[[str], None] = lambda _line: None,
) -> int:
    """Return the wanted port, or else the one remembered in this file, or else any free one.

    A wanted port that is taken raises PortInUse; a remembered one is replaced, and that is told.
    """
    port = wanted if wanted is not None else remembered_port(remembered)
    if wanted is not None and not is_free(wanted):
        raise PortInUse(f"Port {wanted} is in use. Name another one.")
    if port is None:
        port = _any_free_port()
    elif not is_free(port):
        before, port = port, _any_free_port()
        tell(f"Port {before}, which it had last, is taken by another program: now {port}")
    remembered.parent.mkdir(parents=True, exist_ok=True)
    remembered.write_text(f"{port}\n")
    return port


def remembered_port(remembered: Path) -> int | None:
    """Return the port in this file; None when there is none."""
    try:
        return int(remembered.read_text())
    except (OSError, ValueError):
        return None


def is_free(port: int) -> bool:
    """Return whether a server could listen on this port of the loopback interface."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def _any_free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
