"""Account linking served over HTTP, as API Gateway serves it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from local.conversations.steps import Setting
from local.workspace import serve
from local.world.played import PlayedInProcess, world_for

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
