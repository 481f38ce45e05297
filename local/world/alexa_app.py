"""The Alexa app in somebody's hand, and their browser: links a Slack through the real pages."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx

from local.world.aws.moto_cloud import ALEXA_CLIENT, ALEXA_SECRET, ALEXA_VENDOR
from local.world.in_process import ISSUER, InProcess

REDIRECT = f"https://pitangui.amazon.com/api/skill/link/{ALEXA_VENDOR}"
_VERIFIER = "a-verifier-of-the-local-alexa-app-of-at-least-43-characters"
_FIELD = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')
_FORM = {"content-type": "application/x-www-form-urlencoded"}


class CannotLink(Exception):
    """A page was not as expected."""


class AlexaApp:
    """Links people one after the other, as Alexa and a browser do."""

    def __init__(self, parts: InProcess) -> None:
        """Link in this world."""
        assert parts.authorize is not None
        self._authorize = parts.authorize
        self._cookies: dict[str, str] = {}

    def link(self, people: str | list[str]) -> str:
        """Consent as these people, each in their own workspace, and return the access token."""
        self._cookies = {}
        challenge = base64.urlsafe_b64encode(hashlib.sha256(_VERIFIER.encode()).digest())
        asked = {
            "response_type": "code",
            "client_id": ALEXA_CLIENT,
            "redirect_uri": REDIRECT,
            "state": "of-the-app",
            "scope": "slack",
            "code_challenge": challenge.rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        page = self._send("GET", "/authorize", query=asked)
        fields = {
            html.unescape(name): html.unescape(value) for name, value in _FIELD.findall(page[1])
        }
        for person in [people] if isinstance(people, str) else people:
            sent = self._send("POST", "/authorize", form=fields)
            back = _consented(sent[0]["location"], person)
            self._send("GET", "/slack/linked", query=dict(parse_qsl(urlsplit(back).query)))
        done = self._send("POST", "/authorize/finish")
        return self._token(dict(parse_qsl(urlsplit(done[0]["location"]).query))["code"])

    def _token(self, code: str) -> str:
        basic = base64.b64encode(f"{ALEXA_CLIENT}:{ALEXA_SECRET}".encode()).decode()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": REDIRECT,
            "code_verifier": _VERIFIER,
            "client_id": ALEXA_CLIENT,
        }
        _, body = self._send("POST", "/token", form=form, authorization=f"Basic {basic}")
        return str(json.loads(body)["access_token"])

    def _send(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        authorization: str = "",
    ) -> tuple[Mapping[str, str], str]:
        headers = {**_FORM, "origin": ISSUER} if method == "POST" else {}
        if authorization:
            headers = {**_FORM, "authorization": authorization}
        answer: dict[str, Any] = self._authorize(
            {
                "version": "2.0",
                "rawPath": path,
                "rawQueryString": urlencode(query or {}),
                "headers": headers,
                "cookies": [f"{name}={value}" for name, value in self._cookies.items()],
                "body": urlencode(form or {}),
                "isBase64Encoded": False,
                "requestContext": {"http": {"method": method}},
            }
        )
        if answer["statusCode"] not in (200, 303):
            raise CannotLink(f"{path} answered {answer['statusCode']}")
        for cookie in answer.get("cookies", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer["headers"], str(answer["body"])


def _consented(address: str, person: str) -> str:
    """Allow it on Slack's page, and return where the browser is sent then."""
    asked = dict(parse_qsl(urlsplit(address).query))
    with httpx.Client() as client:
        form = {**asked, "person": person, "decision": "allow"}
        back = client.post(address.partition("?")[0], data=form)
    return back.headers["location"]
