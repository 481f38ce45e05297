"""What is asked of a stack alone: to start afresh, to relink, to come to rest, what is queued."""

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.conversations.steps import Setting
from local.stack.room import CannotBe, Room


def stack_routes(room: Room) -> list[Route]:
    """Return the endpoints below /stack."""

    async def reset(request: Request) -> Response:
        try:
            setting = _setting(await request.json())
        except (ValueError, TypeError, json.JSONDecodeError):
            return JSONResponse({"error": "That is no transcript's setting."}, status_code=400)
        return await _done(lambda: room.reset(setting))

    async def relink(_request: Request) -> Response:
        return await _done(room.relink)

    async def settle(_request: Request) -> Response:
        return await _done(room.settle)

    async def queue(_request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(on_its_way), headers=_FRESH)

    def on_its_way() -> dict[str, Any]:
        return {"waiting": room.queued(), "receipt": room.receipt()}

    return [
        Route("/stack/queue", queue),
        Route("/stack/reset", reset, methods=["POST"]),
        Route("/stack/relink", relink, methods=["POST"]),
        Route("/stack/settle", settle, methods=["POST"]),
    ]


_FRESH = {"Cache-Control": "no-store"}


async def _done(action: Callable[[], None]) -> Response:
    try:
        await run_in_threadpool(action)
    except CannotBe as problem:
        return JSONResponse({"error": str(problem)}, status_code=400)
    return JSONResponse({})


def _setting(given: Any) -> Setting:
    """Return the setting that a transcript's own became on its way through JSON."""
    known = {field.name for field in fields(Setting)}
    if not isinstance(given, dict) or set(given) - known:
        raise ValueError("unknown fields")
    return Setting(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in given.items()
        }  # type: ignore[arg-type]  # the fields' own kinds, by name
    )
