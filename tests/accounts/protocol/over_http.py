"""Account linking served over HTTP, as API Gateway serves it."""

import html
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from local.conversations.steps import Setting
from local.workspace import serve
from local.world.played import PlayedInProcess, world_for
from tests.accounts.linking_world import REDIRECT

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


def consented_by(browser: httpx.Client, address: str, asked: dict[str, str]) -> dict[str, str]:
    """Go Kevin's way from what Alexa asks to what the browser brings back to her."""
    first = browser.get(f"{address}/authorize", params=asked)
    assert first.status_code == 200
    origin = {"origin": address}
    sent = browser.post(f"{address}/authorize", data=form_of(first.text), headers=origin)
    # A browser takes a cookie for https alone from this machine, too; httpx does not.
    cookie = {"cookie": sent.headers["set-cookie"].partition(";")[0]}
    slack = browser.get(sent.headers["location"])
    decided = browser.post(
        f"{slack.url}".partition("?")[0],
        data={**form_of(slack.text), "person": "Kevin", "decision": "allow"},
    )
    back = browser.get(decided.headers["location"], headers=cookie)
    assert "Almost done" in back.text
    done = browser.post(f"{address}/authorize/finish", headers={**cookie, **origin})
    assert done.status_code == 303
    assert done.headers["location"].startswith(f"{REDIRECT}?")
    told = parse_qs(urlsplit(done.headers["location"]).query)
    return {name: values[0] for name, values in told.items()}


def form_of(page: str) -> dict[str, str]:
    """Return the hidden fields of a page's first form."""
    form = re.search(r"<form.*?</form>", page, re.DOTALL)
    assert form is not None
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form[0])
    return {html.unescape(name): html.unescape(value) for name, value in found}
