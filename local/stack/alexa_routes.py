"""Who speaks to which Echo, and the Alexa app in which they link their Slack."""

import json
from collections.abc import Callable
from html import escape
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from local.stack.alexa_accounts import REDIRECT_PATH, AlexaAccounts, NotLinked
from local.stack.household import NotThere
from local.stack.room import CannotBe, Room


def alexa_routes(room: Room, alexa: AlexaAccounts | None) -> list[Route]:
    """Return the endpoints of the page's choosers; with accounts, those of linking, too."""
    choosers = _Choosers(room)
    routes = [
        Route("/alexa/speakers", choosers.show),
        Route("/alexa/speakers", choosers.choose, methods=["POST"]),
        Route("/alexa/disable", choosers.disable, methods=["POST"]),
    ]
    if alexa is not None:
        app = _App(room, alexa)
        routes += [Route("/alexa/link", app.begin), Route(REDIRECT_PATH, app.come_back)]
    return routes


class _Choosers:
    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, _request: Request) -> Response:
        """GET: who may be chosen, who is, and whose Slack is linked there."""
        return await self._told(lambda: None)

    async def choose(self, request: Request) -> Response:
        """POST {"account", "device", "voice"}: let them speak from now on."""
        try:
            asked = await request.json()
        except (ValueError, RecursionError):
            asked = None
        if not isinstance(asked, dict):
            return JSONResponse({"error": "Send an account, a device and a voice."}, 400)
        return await self._told(lambda: self._room.stand(asked))

    async def disable(self, _request: Request) -> Response:
        """POST: disable the skill in the Alexa app of the account that speaks."""
        return await self._told(self._room.disable)

    async def _told(self, action: Callable[[], None]) -> Response:
        def act() -> dict[str, Any]:
            action()
            return self._room.speakers()

        try:
            state = await run_in_threadpool(act)
        except (NotThere, CannotBe) as problem:
            return JSONResponse({"error": str(problem)}, 400)
        return Response(json.dumps(state), media_type="application/json", headers=_FRESH)


class _App:
    def __init__(self, room: Room, alexa: AlexaAccounts) -> None:
        self._room = room
        self._alexa = alexa

    async def begin(self, request: Request) -> Response:
        """GET, with ?voice=1 for the voice that speaks and not its account: off to link it."""
        holder = self._room.holder(voice=request.query_params.get("voice") == "1")
        return RedirectResponse(self._alexa.begin(holder), 303, headers=_FRESH)

    async def come_back(self, request: Request) -> Response:
        """GET, from the end of linking: fetch the tokens, and tell the skill."""
        given = request.query_params

        def finish() -> None:
            holder, token = self._alexa.finish(
                given.get("state", ""), given.get("code", ""), given.get("error", "")
            )
            self._room.have_linked(holder, token)

        try:
            await run_in_threadpool(finish)
        except NotLinked as problem:
            return _page("Not linked", str(problem), 400)
        return _page("Linked", "The Alexa app now has what it needs. Go on talking.", 200)


_FRESH = {"Cache-Control": "no-store"}


def _page(title: str, words: str, status: int) -> Response:
    return HTMLResponse(
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)}: the local Alexa app</title>"
        '<link rel="stylesheet" href="/assets/page.css"></head><body><main class="panel">'
        f'<h1>{escape(title)}</h1><p>{escape(words)}</p><p><a href="/">Back to the Echo</a></p>'
        "</main></body></html>",
        status,
        headers=_FRESH,
    )
