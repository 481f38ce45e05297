"""A running stack, as far as `earshot` asks it."""

from collections.abc import Iterator
from contextlib import contextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from local.cli.stack_file import Running, write_down
from local.workspace import serve


@contextmanager
def stack_that_answers(turn: dict[str, object], status: int = 200) -> Iterator[list[str]]:
    """Serve a stack whose Echo answers with this turn; yield what is said to it."""
    said: list[str] = []

    async def say(request: Request) -> JSONResponse:
        said.append((await request.json())["utterance"])
        return JSONResponse(turn, status)

    async def healthz(_request: Request) -> JSONResponse:
        return JSONResponse({"ok": True})

    routes = [Route("/echo/say", say, methods=["POST"]), Route("/healthz", healthz)]
    with serve(Starlette(routes=routes)) as server:
        write_down(Running(f"http://127.0.0.1:{server.port}", 1, "", "", "", "", ""))
        yield said
