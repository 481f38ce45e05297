"""Account linking served over HTTP, as API Gateway serves it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from local.conversations.steps import Setting
from local.workspace import serve
from local.world.playing import PlayedInProcess, world_for

PER_HOP = ("host", "content-length", "connection", "accept-encoding", "transfer-encoding")
"""Headers that are of one connection alone."""
_BYTES = tuple(name.encode() for name in (*PER_HOP, "content-encoding"))
Handler = Callable[[Any], Any]


class Gateway:
    """An HTTP API in front of a function: payload format 2.0, there and back."""

    def __init__(self) -> None:
        self.handler: Handler | None = None
        every = ["GET", "POST", "PUT", "DELETE"]
        self.app = Starlette(routes=[Route("/{path:path}", self._answer, methods=every)])

    async def _answer(self, request: Request) -> Response:
        assert self.handler is not None
        body = (await request.body()).decode()
        cookies = request.headers.get("cookie", "")
        event = {
            "version": "2.0",
            "rawPath": request.url.path,
            "rawQueryString": request.scope["query_string"].decode(),
            "headers": dict(request.headers),
            "cookies": [cookie.strip() for cookie in cookies.split(";") if cookie.strip()],
            "body": body,
            "isBase64Encoded": False,
            "requestContext": {"http": {"method": request.method}},
        }
        told = await run_in_threadpool(self.handler, event)
        response = Response(told["body"], told["statusCode"], told["headers"])
        for cookie in told.get("cookies", []):
            response.headers.append("set-cookie", cookie)
        return response


@contextmanager
def served_world() -> Iterator[tuple[PlayedInProcess, str]]:
    """Yield a world for several people, and the address of its account linking."""
    gateway = Gateway()
    with serve(gateway.app) as server:
        setting = Setting(people=("Giselle", "Kevin", "Ana"))
        given = {"EARSHOT_ISSUER": server.url}
        with world_for(setting, for_several=True, environment=given) as world:
            gateway.handler = world.parts.authorize
            yield world, server.url


class Forwarding:
    """Hands requests on to an address that is not known yet when people are told of this one."""

    def __init__(self) -> None:
        self.address = ""
        every = ["GET", "POST", "PUT", "DELETE"]
        self.app = Starlette(routes=[Route("/{path:path}", self._answer, methods=every)])

    async def _answer(self, request: Request) -> Response:
        query = request.scope["query_string"].decode()
        there = f"{self.address}{request.url.path}" + (f"?{query}" if query else "")
        headers = [(name, value) for name, value in request.headers.items() if name not in PER_HOP]
        async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
            told = await client.request(
                request.method, there, content=await request.body(), headers=headers
            )
        response = Response(told.content, told.status_code)
        response.raw_headers = [
            (name.lower(), value) for name, value in told.headers.raw if name.lower() not in _BYTES
        ]
        response.headers["content-length"] = str(len(told.content))
        return response
