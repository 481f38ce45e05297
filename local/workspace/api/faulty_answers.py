"""Answering a call as a fault has it."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from local.workspace.api.connection import close, hang, reset, wait_for_disconnect
from local.workspace.faults.faults import Fault, FaultKind

_TOO_MANY_REQUESTS = 429
_MISSING_SCOPE = {"needed": "chat:write", "provided": "identify"}
_PAGE = "<!DOCTYPE html><html><body><h1>Slack is having a moment</h1></body></html>"


async def answer_faultily(
    fault: Fault, wait: int, answer: Response | None, scope: Scope, receive: Receive, send: Send
) -> None:
    """Answer as the fault has it.

    `answer` is the true one when the call took effect, `wait` the seconds of a Retry-After.
    """
    broken = _BROKEN.get(fault.outcome)
    if broken is not None:
        await broken(answer, scope, receive, send)
        return
    if fault.outcome is FaultKind.SLOW:
        await _pause(fault.delay, receive)
    await (_whole(fault, wait) or answer or Response())(scope, receive, send)


def too_many_requests(seconds: int) -> Response:
    """Return Slack's answer to a call beyond the limits."""
    body = {"ok": False, "error": "ratelimited"}
    return JSONResponse(body, _TOO_MANY_REQUESTS, {"Retry-After": str(max(1, seconds))})


def _whole(fault: Fault, wait: int) -> Response | None:
    """Return the answer of a fault that is a sound HTTP response, None for the true one."""
    if fault.outcome is FaultKind.HTML:
        return HTMLResponse(_PAGE)
    if fault.outcome is FaultKind.ERROR:
        details = _MISSING_SCOPE if fault.error == "missing_scope" else {}
        return JSONResponse({"ok": False, "error": fault.error, **details})
    if fault.outcome is FaultKind.STATUS and fault.status == _TOO_MANY_REQUESTS:
        return too_many_requests(wait)
    if fault.outcome is FaultKind.STATUS:
        return HTMLResponse(_PAGE, fault.status)
    return None


async def _pause(seconds: float, receive: Receive) -> None:
    """Wait, though no longer than the client does."""
    gone = asyncio.ensure_future(wait_for_disconnect(receive))
    await asyncio.wait([gone], timeout=seconds)
    gone.cancel()


async def _hang(_answer: Response | None, scope: Scope, receive: Receive, _send: Send) -> None:
    await hang(scope, receive)


async def _drop(_answer: Response | None, scope: Scope, receive: Receive, _send: Send) -> None:
    await close(scope, receive)


async def _reset(_answer: Response | None, scope: Scope, receive: Receive, _send: Send) -> None:
    await reset(scope, receive)


async def _half(answer: Response | None, scope: Scope, receive: Receive, send: Send) -> None:
    if answer is None:
        return
    half = bytes(answer.body[: len(answer.body) // 2])
    start = {"type": "http.response.start", "status": 200, "headers": answer.raw_headers}
    await send(start)
    await send({"type": "http.response.body", "body": half, "more_body": True})
    await close(scope, receive)


_Broken = Callable[[Response | None, Scope, Receive, Send], Awaitable[None]]
_BROKEN: dict[FaultKind, _Broken] = {
    FaultKind.HANG: _hang,
    FaultKind.DROP: _drop,
    FaultKind.RESET: _reset,
    FaultKind.HALF: _half,
}
