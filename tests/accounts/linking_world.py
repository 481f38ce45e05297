"""A world for several people, with a browser and an Alexa app that link in it."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import httpx

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import ALEXA_CLIENT, ALEXA_SECRET, ALEXA_VENDOR, TABLE
from local.world.in_process import ISSUER, InProcess
from local.world.played import PlayedInProcess, world_for
from postbox.accounts.stores.access import Access
from postbox.accounts.stores.accounts import Accounts
from postbox.links.stores.links import Links
from postbox.store.table import Table

REDIRECT = f"https://pitangui.amazon.com/api/skill/link/{ALEXA_VENDOR}"
VERIFIER = "the-verifier-of-this-alexa-app-has-43-characters-or-more"
CHALLENGE = (
    base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
)
STATE = "state-of-alexa+/="


def authorization(**changes: str | None) -> dict[str, str]:
    """Return Alexa's authorization request, with some parameters changed or left out (None)."""
    usual: dict[str, str | None] = {
        "response_type": "code",
        "client_id": ALEXA_CLIENT,
        "redirect_uri": REDIRECT,
        "state": STATE,
        "scope": "slack",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }
    return {name: value for name, value in {**usual, **changes}.items() if value is not None}


@dataclass(frozen=True)
class Reply:
    """An answer of the authorization server's."""

    status: int
    headers: Mapping[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def location(self) -> str:
        return self.headers["location"]

    @property
    def told(self) -> dict[str, str]:
        """The parameters that the browser is sent on with."""
        return dict(parse_qsl(urlsplit(self.location).query))

    @property
    def title(self) -> str:
        found = re.search(r"<h1>(.*?)</h1>", self.body)
        return html.unescape(found[1]) if found else ""

    @property
    def fields(self) -> dict[str, str]:
        """The hidden fields of its forms."""
        found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', self.body)
        return {html.unescape(name): html.unescape(value) for name, value in found}

    @property
    def buttons(self) -> list[str]:
        return re.findall(r"<button[^>]*>([^<]*)</button>", self.body)


@dataclass
class Browser:
    """Somebody's browser: keeps cookies as browsers do, and sends forms with their origin."""

    parts: InProcess
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, query: Mapping[str, str] | str = "") -> Reply:
        return self.send("GET", path, query=query)

    def press(self, path: str, form: Mapping[str, str] | None = None) -> Reply:
        headers = {
            "content-type": "application/x-www-form-urlencoded",
            "origin": ISSUER,
        }
        return self.send("POST", path, headers=headers, body=urlencode(form or {}))

    def send(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | str = "",
        headers: Mapping[str, str] | None = None,
        body: str = "",
    ) -> Reply:
        assert self.parts.authorize is not None
        answer = self.parts.authorize(
            {
                "version": "2.0",
                "rawPath": path,
                "rawQueryString": query if isinstance(query, str) else urlencode(query),
                "headers": dict(headers or {}),
                "cookies": [f"{name}={value}" for name, value in self.cookies.items()],
                "body": body,
                "isBase64Encoded": False,
                "requestContext": {"http": {"method": method}},
            }
        )
        for cookie in answer.get("cookies", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies.pop(name, None)
            if value:
                self.cookies[name] = value
        return Reply(answer["statusCode"], answer["headers"], answer["body"])

    def begin(self, **changes: str | None) -> Reply:
        """Read the first page, and go on to Slack."""
        page = self.get("/authorize", authorization(**changes))
        assert page.status == 200
        return self.press("/authorize", page.fields)

    def at_slack(self, sent: Reply, person: str, decision: str = "allow") -> dict[str, str]:
        """Decide on Slack's page, and return what Slack sends back with the browser."""
        with httpx.Client() as client:
            page = client.get(sent.location)
            assert page.status_code == 200, page.text
            asked = dict(parse_qsl(urlsplit(sent.location).query))
            form = {**asked, "person": person, "decision": decision}
            back = client.post(f"{sent.location.partition('?')[0]}", data=form)
        assert back.headers["location"].startswith(f"{ISSUER}/slack/linked?")
        found = parse_qs(urlsplit(back.headers["location"]).query)
        return {name: values[0] for name, values in found.items()}

    def consent(self, person: str, **changes: str | None) -> Reply:
        """Go from Alexa to Slack and back; return the page after Slack's."""
        return self.get("/slack/linked", self.at_slack(self.begin(**changes), person))

    def finish(self) -> str:
        """Press Finish, and return the code that Alexa gets."""
        done = self.press("/authorize/finish")
        assert done.status == 303
        assert done.location.startswith(f"{REDIRECT}?")
        assert done.told["state"] == STATE
        return done.told["code"]

    def link(self, person: str) -> str:
        """Do all of it."""
        self.consent(person)
        return self.finish()


@dataclass
class Linked:
    """A world, and what is looked at in it."""

    world: PlayedInProcess

    @property
    def parts(self) -> InProcess:
        return self.world.parts

    @property
    def table(self) -> Table:
        return Table(self.parts.cloud.client("dynamodb"), TABLE)

    @property
    def accounts(self) -> Accounts:
        return Accounts(self.table)

    @property
    def links(self) -> Links:
        return Links(self.table)

    @property
    def access(self) -> Access:
        return Access(self.table)

    @property
    def now(self) -> float:
        return self.parts.clock()

    def browser(self) -> Browser:
        return Browser(self.parts)

    def items(self) -> list[dict[str, Any]]:
        client = self.parts.cloud.client("dynamodb")
        found: list[dict[str, Any]] = client.scan(TableName=TABLE)["Items"]
        return found

    def tokens(self, form: Mapping[str, str], **headers: str) -> Reply:
        """Ask for tokens as Alexa does, with the client's credentials in the header."""
        basic = base64.b64encode(f"{ALEXA_CLIENT}:{ALEXA_SECRET}".encode()).decode()
        usual = {
            "content-type": "application/x-www-form-urlencoded",
            "authorization": f"Basic {basic}",
        }
        given = {name: value for name, value in {**usual, **headers}.items() if value}
        return self.browser().send("POST", "/token", headers=given, body=urlencode(form))

    def for_code(self, given: str, **changes: str | None) -> Reply:
        form: dict[str, str | None] = {
            "grant_type": "authorization_code",
            "code": given,
            "redirect_uri": REDIRECT,
            "code_verifier": VERIFIER,
            "client_id": ALEXA_CLIENT,
        }
        asked = {name: value for name, value in {**form, **changes}.items() if value is not None}
        return self.tokens(asked)

    def for_refresh(self, token: str) -> Reply:
        return self.tokens({"grant_type": "refresh_token", "refresh_token": token})

    def linked(self, person: str) -> dict[str, Any]:
        """Link somebody, and return the tokens that Alexa gets."""
        answer = self.for_code(self.browser().link(person))
        assert answer.status == 200
        found: dict[str, Any] = answer.json
        return found


@contextmanager
def linking_world(**options: Any) -> Iterator[Linked]:
    setting = Setting(people=("Giselle", "Kevin", "Ana"))
    with world_for(setting, for_several=True, **options) as world:
        yield Linked(world)
