"""The token request: who makes it, for which grant, and what is wrong with it. Pure."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote_plus

from bridge.accounts.protocol.authorization import SCOPE
from bridge.accounts.protocol.parameters import Parameters, Unreadable, read
from bridge.accounts.protocol.pkce import is_verifier
from postbox.accounts.digests import same

FORM = "application/x-www-form-urlencoded"


class TokenRefused(Exception):
    """An error as RFC 6749, 5.2 names it."""

    def __init__(self, error: str, status: int = 400) -> None:
        """Keep the error's name and the answer's status."""
        super().__init__(error)
        self.error = error
        self.status = status


@dataclass(frozen=True)
class CodeGrant:
    """Tokens are asked for with a code."""

    code: str
    redirect_uri: str
    verifier: str


@dataclass(frozen=True)
class RefreshGrant:
    """Tokens are asked for with a refresh token."""

    refresh_token: str


Grant = CodeGrant | RefreshGrant


def form_of(headers: Mapping[str, str], body: bytes) -> Parameters:
    """Return a token request's form; raises TokenRefused."""
    if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise TokenRefused("invalid_request")
    try:
        form = read(body)
    except Unreadable:
        raise TokenRefused("invalid_request") from None
    if form.repeated:
        raise TokenRefused("invalid_request")
    return form


def check_client(
    headers: Mapping[str, str], form: Parameters, client_id: str, client_secret: str
) -> None:
    """Raise TokenRefused unless the client proves who it is, in one way and not in two."""
    authorization = headers.get("authorization", "")
    if authorization and form.get("client_secret"):
        raise TokenRefused("invalid_request")
    given = _basic(authorization) if authorization else _in_the_body(form)
    # Both are compared, so that how long it takes tells nothing of either.
    matches = [same(given[0], client_id), same(given[1], client_secret)]
    if not all(matches) or form.get("client_id") not in {"", client_id}:
        raise TokenRefused("invalid_client", 401)


def grant_of(form: Parameters) -> Grant:
    """Return what is asked for; raises TokenRefused."""
    kind = form.get("grant_type")
    if not kind:
        raise TokenRefused("invalid_request")
    if kind == "authorization_code":
        code, verifier = form.get("code"), form.get("code_verifier")
        if not code or not form.get("redirect_uri") or not is_verifier(verifier):
            raise TokenRefused("invalid_request")
        return CodeGrant(code, form.get("redirect_uri"), verifier)
    if kind == "refresh_token":
        if not form.get("refresh_token"):
            raise TokenRefused("invalid_request")
        if not set(form.get("scope").split()) <= {SCOPE}:
            raise TokenRefused("invalid_scope")
        return RefreshGrant(form.get("refresh_token"))
    raise TokenRefused("unsupported_grant_type")


def _in_the_body(form: Parameters) -> tuple[str, str]:
    return form.get("client_id"), form.get("client_secret")


def _basic(authorization: str) -> tuple[str, str]:
    """Return id and secret, which are form-encoded before base64 (RFC 6749, 2.3.1)."""
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        raise TokenRefused("invalid_client", 401)
    try:
        decoded = base64.b64decode(encoded.strip(), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        raise TokenRefused("invalid_client", 401) from None
    client_id, _, secret = decoded.partition(":")
    return unquote_plus(client_id), unquote_plus(secret)
