"""The page's server: the page, the Echo behind it and the Slack workspace, on one origin."""

import uuid
from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from local.page.assets import AssetFolder
from local.page.echo_routes import Echo, EchoRoutes
from local.page.guards import LoopbackOnly, SameOriginOnly, SecurityHeaders
from local.page.turns import TurnLog


def create_page(echo: Echo, workspace_app: ASGIApp, more: Sequence[BaseRoute] = ()) -> Starlette:
    """Return the page as an ASGI app.

    `workspace_app` answers every path that is not the page's own: Slack's Web API under /api/
    and the workspace's controls under /_workspace/. Its faults that break connections ask for a
    server that knows them: local.workspace.server.serve. `more` are further routes of the same
    origin, as well guarded against other sites as the page itself.
    """
    assets = AssetFolder()
    turns = TurnLog(uuid.uuid4().hex)
    talk = EchoRoutes(echo, turns)
    return Starlette(
        routes=[
            Route("/", assets.index),
            Route("/assets/{name}", assets.asset),
            Route("/healthz", _health),
            Route("/echo/say", talk.say, methods=["POST"]),
            Route("/echo/silence", talk.silence, methods=["POST"]),
            Route("/echo/turns", turns.stream),
            *more,
            Mount("/", workspace_app),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(LoopbackOnly),
            Middleware(SameOriginOnly),
        ],
    )


async def _health(_request: Request) -> Response:
    return JSONResponse({"ok": True}, headers={"Cache-Control": "no-store"})
