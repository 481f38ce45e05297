"""Hands requests for account linking on to the deployed HTTP API, under the page's own address.

Where Alexa would be sent back to, at Amazon, the browser is sent to the Alexa app of this stack:
the deployment knows Amazon's addresses only, and nothing here leaves the machine.
"""

import httpx
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

PATHS = {
    "/authorize": ["GET", "POST"],
    "/authorize/again": ["POST"],
    "/authorize/finish": ["POST"],
    "/authorize/cancel": ["POST"],
    "/slack/linked": ["GET"],
    "/token": ["POST"],
    "/.well-known/oauth-authorization-server": ["GET"],
    "/.well-known/oauth-protected-resource": ["GET"],
}
AMAZON = "https://pitangui.amazon.com"
PER_HOP = frozenset(
    {"host", "content-length", "connection", "accept-encoding", "transfer-encoding"}
)
"""Headers that are of one connection alone."""
SECONDS = 60


class Gateway:
    """The address by which browsers reach the deployment."""

    def __init__(self, address: str = "", alexa_app: str = "") -> None:
        """Hand on to the HTTP API at this address.

        Browsers that should go to Amazon are sent to the Alexa app, where its address is given.
        """
        self.address = address
        self._alexa_app = alexa_app

    @property
    def routes(self) -> list[Route]:
        """The paths of account linking."""
        return [Route(path, self._answer, methods=methods) for path, methods in PATHS.items()]

    async def _answer(self, request: Request) -> Response:
        query = request.scope["query_string"].decode()
        there = f"{self.address}{request.url.path}" + (f"?{query}" if query else "")
        headers = [(name, value) for name, value in request.headers.items() if name not in PER_HOP]
        async with httpx.AsyncClient(trust_env=False, timeout=SECONDS) as client:
            told = await client.request(
                request.method, there, content=await request.body(), headers=headers
            )
        response = Response(told.content, told.status_code)
        response.raw_headers = [
            (name.lower(), self._here(name.lower(), value))
            for name, value in told.headers.raw
            if name.lower().decode() not in {*PER_HOP, "content-encoding"}
        ]
        response.headers["content-length"] = str(len(told.content))
        return response

    def _here(self, name: bytes, value: bytes) -> bytes:
        front = f"{AMAZON}/".encode()
        if self._alexa_app and name == b"location" and value.startswith(front):
            return f"{self._alexa_app}/".encode() + value.removeprefix(front)
        return value
