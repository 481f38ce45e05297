"""HTTP as API Gateway brings it (payload format 2.0), read strictly and answered safely. Pure."""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any
from urllib.parse import urlsplit

from bridge.accounts.pages.page import Page, headers as page_headers
from bridge.accounts.protocol.parameters import MOST_BYTES
from postbox.frozen import Frozen

COOKIE = "__Host-earshot-linking"
"""The prefix binds it to this host and to https (RFC 6265bis, 4.1.3.2)."""
_ALWAYS = {
    "cache-control": "no-store",
    "pragma": "no-cache",
    # With "no-referrer" a browser would send "Origin: null" with a page's own form.
    "referrer-policy": "same-origin",
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
}


class Request(Frozen):
    """One request."""

    method: str
    path: str
    query: bytes
    headers: Mapping[str, str]
    """By their names in lower case."""
    cookies: Mapping[str, str]
    body: bytes | None
    """None where it is too long, or not what it says it is."""

    @classmethod
    def read(cls, event: Mapping[str, Any]) -> "Request":
        """Read API Gateway's event; whatever is not as it should be counts as left out."""
        http = _mapping(_mapping(event.get("requestContext")).get("http"))
        given = _mapping(event.get("headers"))
        headers = {str(name).lower(): str(value) for name, value in given.items()}
        cookies = event.get("cookies")
        return cls(
            method=str(http.get("method", "")).upper(),
            path=str(event.get("rawPath") or "/"),
            query=_encoded(str(event.get("rawQueryString") or "")),
            headers=headers,
            # API Gateway takes them out of the headers; MiniStack leaves them there.
            cookies=_cookies(
                cookies if isinstance(cookies, list) else headers.get("cookie", "").split(";")
            ),
            body=_body(event),
        )

    def comes_from(self, issuer: str) -> bool:
        """Whether a form was on a page of ours, as far as the browser says."""
        origin = self.headers.get("origin", "")
        return not origin or origin == issuer


class Answer(Frozen):
    """One answer, and for the log in a word what was done."""

    status: int
    done: str
    body: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    cookie: str | None = field(default=None, repr=False)
    """A linking's id to keep; "" to forget it, None to leave it alone."""

    def as_lambda_has_it(self) -> dict[str, Any]:
        """Return it in payload format 2.0."""
        answer: dict[str, Any] = {
            "statusCode": self.status,
            "headers": {**_ALWAYS, **self.headers},
            "body": self.body,
            "isBase64Encoded": False,
        }
        if self.cookie is not None:
            age = 900 if self.cookie else 0
            rules = f"Path=/; Max-Age={age}; Secure; HttpOnly; SameSite=Lax"
            answer["cookies"] = [f"{COOKIE}={self.cookie}; {rules}"]
        return answer


def shown(
    page: Page, status: int, done: str, targets: tuple[str, ...] = (), cookie: str | None = None
) -> Answer:
    """Answer with a page whose forms may lead to these addresses."""
    origins = {f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, targets)}
    return Answer(status, done, page.html, page_headers(origins), cookie)


def sent_on(location: str, done: str, cookie: str | None = None) -> Answer:
    """Answer by sending the browser elsewhere, by GET."""
    return Answer(303, done, "", {"location": location}, cookie)


def told(document: Mapping[str, Any], status: int, done: str, **more: str) -> Answer:
    """Answer with JSON."""
    given = {"content-type": "application/json", **more}
    return Answer(status, done, json.dumps(document, separators=(",", ":")), given)


def _body(event: Mapping[str, Any]) -> bytes | None:
    body = event.get("body") or ""
    if not isinstance(body, str) or len(body) > 2 * MOST_BYTES:
        return None
    if not event.get("isBase64Encoded"):
        return _encoded(body)
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        return None


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _cookies(given: list[Any]) -> dict[str, str]:
    pairs = (str(cookie).partition("=") for cookie in given[:20])
    return {name.strip(): value for name, _, value in pairs}


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
