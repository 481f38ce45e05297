"""Slack's Web API over HTTP: `/api/<method>`, with the faults that were asked for."""

import math
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from local.workspace.api.calls import ApiError, Call, read_arguments
from local.workspace.api.connection import OnHang, with_on_hang
from local.workspace.api.faulty_answers import answer_faultily, too_many_requests
from local.workspace.api.methods import METHODS
from local.workspace.model import Workspace
from local.workspace.team.consents import ConsentRefused
from local.workspace.team.entities import Installation, NotInWorkspace

_METHODS_OF_HTTP = ("GET", "POST")


class WebApi:
    """An ASGI application: the last part of the path is the method's name."""

    def __init__(self, workspace: Workspace, on_hang: OnHang | None = None) -> None:
        self._workspace = workspace
        self._on_hang = on_hang

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        method = request.url.path.rpartition("/")[2]
        try:
            body = await request.body()
        except ClientDisconnect:
            return
        with self._workspace.lock:
            self._workspace.calls[method] += 1
        taken = self._workspace.faults.take(method)
        if taken is None:
            await self._answer(request, method, body)(scope, receive, send)
            return
        fault, wait = taken
        answer = self._answer(request, method, body) if fault.stores else None
        scope = with_on_hang(scope, self._on_hang)
        await answer_faultily(fault, math.ceil(wait), answer, scope, receive, send)

    def _answer(self, request: Request, method: str, body: bytes) -> Response:
        with self._workspace.lock:
            try:
                installation, result = self._result(request, method, body)
                return _ok(installation, result)
            except ApiError as error:
                return _refusal(error)
            except ConsentRefused as refused:
                return _refusal(ApiError(str(refused)))
            except NotInWorkspace:
                return _refusal(ApiError("message_not_found"))

    def _result(
        self, request: Request, method: str, body: bytes
    ) -> tuple[Installation | None, dict[str, Any]]:
        if request.method not in _METHODS_OF_HTTP:
            raise ApiError("invalid_post_type")
        handler = METHODS.get(method)
        headers = request.headers
        query = request.scope["query_string"]
        arguments = read_arguments(headers.get("content-type", ""), query, body)
        if method == "oauth.v2.access":
            return None, self._workspace.consents.answer(arguments)
        if handler is None:
            raise ApiError("unknown_method", req_method=method)
        installation = _authorise(self._workspace, headers, arguments)
        call = Call(self._workspace, method, arguments, installation)
        now = self._workspace.clock()
        wait = self._workspace.limits.check(method, call.string("channel"), now)
        if wait is not None:
            raise ApiError("ratelimited", retry_after=wait)
        return installation, handler(call)


def _authorise(workspace: Workspace, headers: Headers, arguments: dict[str, Any]) -> Installation:
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    token = bearer.strip() if scheme.lower() == "bearer" else ""
    token = token or str(arguments.get("token") or "")
    if not token:
        raise ApiError("not_authed")
    installation = workspace.installations.get(token)
    if installation is None:
        raise ApiError("invalid_auth")
    if installation.person.deleted:
        raise ApiError("account_inactive")
    if installation.revoked:
        raise ApiError("token_revoked")
    if installation.expires is not None and workspace.clock() >= installation.expires:
        raise ApiError("token_expired")
    return installation


def _ok(installation: Installation | None, result: dict[str, Any]) -> Response:
    granted = {"x-oauth-scopes": ",".join(installation.scopes)} if installation else {}
    return JSONResponse({"ok": True, **result}, headers=granted)


def _refusal(error: ApiError) -> Response:
    if error.code != "ratelimited":
        return JSONResponse({"ok": False, "error": error.code, **error.details})
    return too_many_requests(error.details["retry_after"])
