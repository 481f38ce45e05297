"""Connections whose time-out is that of a whole call, however often it waits.

A socket's own is for each wait: for every address that a name has, for encrypting, for every piece
of an answer. `slack_sdk` knows no other, and opens with what urllib has installed.
"""

import socket
import ssl
import time
from collections.abc import Callable
from functools import cache, partial
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from math import inf
from typing import Any, cast
from urllib.request import (
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
    build_opener,
    install_opener,
)

Clock = Callable[[], float]


class _Until:
    """By when all waits together have to end."""

    def __init__(self, timeout: object, clock: Clock) -> None:
        self._clock = clock
        self._end = clock() + timeout if isinstance(timeout, int | float) else inf

    def left(self) -> float | None:
        """Return the seconds that are left, None without end; raises TimeoutError."""
        left = self._end - self._clock()
        if left <= 0:
            raise TimeoutError("timed out")
        return None if left == inf else left


class _Ending(socket.socket):
    """A socket that waits no longer than until then."""

    until: _Until

    def recv_into(self, *into: Any, **options: Any) -> int:
        """Wait for so much as there is, as sockets do."""
        self.settimeout(self.until.left())
        return super().recv_into(*into, **options)

    def sendall(self, *data: Any, **options: Any) -> None:
        """Send all of it, as sockets do."""
        self.settimeout(self.until.left())
        return super().sendall(*data, **options)


class _EndingEncrypted(_Ending, ssl.SSLSocket):
    """The same, encrypted."""


def _connected(until: _Until, address: tuple[str, int], *_options: Any) -> socket.socket:
    """Return a connection to the first of a name's addresses that answers; raises OSError."""
    trouble = OSError("the name has no address")
    for family, kind, protocol, _, place in socket.getaddrinfo(*address, type=socket.SOCK_STREAM):
        connecting = _Ending(family, kind, protocol)
        try:
            connecting.settimeout(until.left())
            connecting.connect(place)
        except OSError as error:
            connecting.close()
            trouble = error
            continue
        connecting.until = until
        return connecting
    raise trouble


class _Connection(HTTPConnection):
    def __init__(self, host: str, *, clock: Clock, **options: Any) -> None:
        super().__init__(host, **options)
        self._until = _Until(self.timeout, clock)
        self._create_connection = partial(_connected, self._until)


class _EncryptedConnection(_Connection, HTTPSConnection):
    def connect(self) -> None:
        HTTPConnection.connect(self)
        self.sock.settimeout(self._until.left())
        name = getattr(self, "_tunnel_host", None) or self.host
        encrypted = _context().wrap_socket(self.sock, server_hostname=name)
        cast("_EndingEncrypted", encrypted).until = self._until
        self.sock = encrypted


class _Plain(HTTPHandler):
    clock: Clock

    def http_open(self, request: Request) -> HTTPResponse:
        return self.do_open(partial(_Connection, clock=self.clock), request)


class _Encrypted(HTTPSHandler):
    clock: Clock

    def https_open(self, request: Request) -> HTTPResponse:
        made = partial(_EncryptedConnection, clock=self.clock, context=_context())
        return self.do_open(made, request)


@cache
def _context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    context.sslsocket_class = _EndingEncrypted
    return context


def opener(clock: Clock = time.monotonic) -> OpenerDirector:
    """Return what opens addresses as urllib does, each within its time-out."""
    handlers = _Plain(), _Encrypted()
    for handler in handlers:
        handler.clock = clock
    return build_opener(*handlers)


@cache
def end_in_time() -> None:
    """Let whatever urllib opens end within its time-out."""
    install_opener(opener())
