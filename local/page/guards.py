"""Who may talk to the page: this machine's own browser and tools, and nobody through them.

A page of somebody else, open in the same browser, must neither read the local workspace (by
giving its own name this machine's address) nor act in it (by sending a form here).
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
    # With "no-referrer" a browser would send "Origin: null" with a page's own form.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class SecurityHeaders:
    """Adds the headers that keep the browser from running or embedding anything foreign."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the headers to its answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class LoopbackOnly:
    """Refuses requests made under a name that is not this machine's own."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403."""
        if scope["type"] == "http" and not _asks_loopback(Headers(scope=scope)):
            refusal = JSONResponse(
                {
                    "error": "This page is for the machine it runs on: "
                    "open it as http://127.0.0.1 or http://localhost, with its port."
                },
                status_code=403,
            )
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)


class SameOriginOnly:
    """Refuses to change anything for a page that came from elsewhere.

    Browsers say where a request comes from (Origin, Sec-Fetch-Site); programs such as Slack's
    client say nothing and are let through.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403."""
        if scope["type"] == "http" and _is_foreign(scope):
            refusal = JSONResponse(
                {"error": "Another site may not do this: use the page itself."}, status_code=403
            )
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _asks_loopback(headers: Headers) -> bool:
    hosts = headers.getlist("host")
    return len(hosts) == 1 and _host_name(hosts[0]) in LOOPBACK_NAMES


def _host_name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _is_foreign(scope: Scope) -> bool:
    if scope["method"] in _SAFE_METHODS:
        return False
    headers = Headers(scope=scope)
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = headers.get("origin")
    return origin is not None and origin != f"{scope['scheme']}://{headers['host']}"
