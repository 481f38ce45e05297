"""Serving the workspace, or any ASGI application, on a loopback port."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

from local.workspace.api.connection import ConnectionAwareProtocol, OnHang
from local.workspace.api.web_api import WebApi
from local.workspace.control.routes import control_routes
from local.workspace.model import Workspace
from local.workspace.oauth.page import oauth_routes

_LOOPBACK = "127.0.0.1"
_LOOK_AGAIN_SECONDS = 0.1
_TURNS_TO_ACCEPT = 4
"""So many turns of its loop asyncio takes from accepting a client to telling its protocol."""
_LAST_WORDS_SECONDS = 1.0
"""How long an answer under way may take to notice that its client is gone."""


def create_app(workspace: Workspace, on_hang: OnHang | None = None) -> Starlette:
    """Return the application: the Web API below /api/, consent below /oauth, control /_workspace/.

    A call that hangs waits for its client to give up; with `on_hang` its connection is closed as
    soon as that was told.
    """
    return Starlette(
        routes=[
            Mount("/api", app=WebApi(workspace, on_hang)),
            Mount("/oauth/v2", routes=oauth_routes(workspace)),
            Mount("/_workspace", routes=control_routes(workspace)),
        ]
    )


@dataclass(frozen=True)
class Served:
    """Where an application is served: `url` has no slash at its end, `api_url` has one."""

    port: int

    @property
    def url(self) -> str:
        """The origin."""
        return f"http://{_LOOPBACK}:{self.port}"

    @property
    def api_url(self) -> str:
        """What slack_sdk takes as base_url."""
        return f"{self.url}/api/"


class _Server(uvicorn.Server):
    """A server that says when it is ready, and when it stops waits for no client.

    uvicorn's own looks every tenth of a second whether to stop, and gives clients time to leave.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self._stopping = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def stop(self) -> None:
        """Ask it to stop, from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stopping.set)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self.ready.set()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self._stopping.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:  # noqa: ARG002
        for server in self.servers:
            server.close()
        await self._cut_off()
        if self.server_state.tasks:
            await asyncio.wait(list(self.server_state.tasks), timeout=_LAST_WORDS_SECONDS)
            await self._cut_off()

    async def _cut_off(self) -> None:
        """Cut every connection, also of those let in just now, who are not among them yet."""
        for _ in range(_TURNS_TO_ACCEPT):
            for connection in list(self.server_state.connections):
                transport = getattr(connection, "transport", None)
                if isinstance(transport, asyncio.Transport):
                    transport.abort()
            await asyncio.sleep(0)


@contextmanager
def serve(app: ASGIApp, port: int = 0) -> Iterator[Served]:
    """Serve an application from a thread of its own; port 0 takes a free one.

    Open connections are cut at the end. Raises OSError when the port is in use.
    """
    config = uvicorn.Config(
        app,
        http=ConnectionAwareProtocol,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
    )
    server = _Server(config)
    with _listening(port) as listener:
        thread = threading.Thread(
            target=server.run, kwargs={"sockets": [listener]}, name="workspace", daemon=True
        )
        thread.start()
        try:
            # Ready, or at its end: however slow the machine is, one of the two comes.
            while not server.ready.wait(_LOOK_AGAIN_SECONDS):
                if not thread.is_alive():
                    raise RuntimeError("The local server did not start.")
            yield Served(listener.getsockname()[1])
        finally:
            server.stop()
            thread.join()


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    # asyncio turns Nagle's algorithm off only where the protocol is named; with it, each answer on
    # a kept connection takes 40 ms.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_LOOPBACK, port))
        yield listener
