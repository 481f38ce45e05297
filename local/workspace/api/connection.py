"""The connection beneath an ASGI request, for endings that ASGI has no word for.

ASGI can neither close a connection before answering nor reset it. A uvicorn protocol puts the
connection into the scope, from where `close` and `reset` take it.
"""

import asyncio
import socket
import struct
from collections.abc import Callable

from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

_EXTENSION = "local.connection"
OnHang = Callable[[int], None]
"""Told the client's port when an answer to it will never come."""
_ON_HANG = "local.on_hang"
_LINGER_NOT_AT_ALL = struct.pack("ii", 1, 0)


class ConnectionAwareProtocol(H11Protocol):
    """HTTP/1.1 for uvicorn (`http=ConnectionAwareProtocol`), whose requests know their socket."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Give every request on this connection the connection."""
        super().connection_made(transport)
        app = self.app

        async def with_connection(scope: Scope, receive: Receive, send: Send) -> None:
            scope["extensions"] = {**scope.get("extensions", {}), _EXTENSION: transport}
            await app(scope, receive, send)

        self.app = with_connection


def with_on_hang(scope: Scope, on_hang: OnHang | None) -> Scope:
    """Return a scope whose hanging ends as soon as somebody was told of it."""
    if on_hang is None:
        return scope
    return {**scope, "extensions": {**scope.get("extensions", {}), _ON_HANG: on_hang}}


async def hang(scope: Scope, receive: Receive) -> None:
    """Never answer: the client gives up by its own clock, or when it is told of it."""
    on_hang: OnHang | None = scope.get("extensions", {}).get(_ON_HANG)
    if on_hang is None:
        await wait_for_disconnect(receive)
        return
    on_hang(scope["client"][1])
    await close(scope, receive)


async def close(scope: Scope, receive: Receive) -> None:
    """End the connection in good order, whether or not it was answered."""
    _transport(scope).close()
    await wait_for_disconnect(receive)


async def reset(scope: Scope, receive: Receive) -> None:
    """End the connection with a TCP reset."""
    transport = _transport(scope)
    connection = transport.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT_AT_ALL)
    transport.abort()
    await wait_for_disconnect(receive)


async def wait_for_disconnect(receive: Receive) -> None:
    """Wait until the client gives up or the server stops."""
    while (await receive())["type"] != "http.disconnect":
        pass


def _transport(scope: Scope) -> asyncio.Transport:
    transport = scope.get("extensions", {}).get(_EXTENSION)
    if not isinstance(transport, asyncio.Transport):
        raise RuntimeError("This fault needs a server that runs with ConnectionAwareProtocol.")
    return transport
