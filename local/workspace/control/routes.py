"""The control API: what the page, the transcripts and the command line do in the workspace.

It asks for no token, so it must be served on a loopback address only. Errors are 400 and 404 with
{"error": a sentence}.
"""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.workspace.control.actions import ACTIONS, Action, clear_faults
from local.workspace.control.fields import BadRequest
from local.workspace.control.live import changes_stream
from local.workspace.control.views import VIEWS
from local.workspace.model import Workspace
from local.workspace.team.entities import NotInWorkspace

_Endpoint = Callable[[Request], Awaitable[Response]]


def control_routes(workspace: Workspace) -> list[Route]:
    """Return the routes of the control API for this workspace."""
    routes = [
        Route(f"/{name}", _endpoint(workspace, action), methods=["POST"])
        for name, action in ACTIONS.items()
    ]
    routes += [
        Route(f"/{name}", _endpoint(workspace, view), methods=["GET"])
        for name, view in VIEWS.items()
    ]

    async def changes(_request: Request) -> Response:
        return changes_stream(workspace)

    routes.append(Route("/changes", changes, methods=["GET"]))
    routes.append(Route("/faults", _endpoint(workspace, clear_faults), methods=["DELETE"]))
    return routes


def _endpoint(workspace: Workspace, action: Action) -> _Endpoint:
    async def answer(request: Request) -> Response:
        try:
            fields = await _fields(request)
            with workspace.lock:
                return JSONResponse(action(workspace, fields))
        except NotInWorkspace as missing:
            return JSONResponse({"error": str(missing)}, 404)
        except ValueError as wrong:
            return JSONResponse({"error": str(wrong)}, 400)

    return answer


async def _fields(request: Request) -> dict[str, Any]:
    fields: dict[str, Any] = dict(request.query_params)
    if await request.body():
        try:
            sent = await request.json()
            json.dumps(sent, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as fault:
            raise BadRequest("The body is not JSON.") from fault
        if not isinstance(sent, dict):
            raise BadRequest("The body is not a JSON object.")
        fields.update(sent)
    return fields
