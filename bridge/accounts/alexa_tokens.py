"""What Alexa gets for a code, and for a refresh token: tokens of our own, never Slack's."""

import json

from oauthlib.oauth2.rfc6749.errors import OAuth2Error

from bridge.accounts.http import Answer, Request, told
from bridge.accounts.protocol.endpoints import TokenRequests
from bridge.accounts.protocol.parameters import Parameters, Unreadable, read
from bridge.accounts.services import AccountServices
from bridge.accounts.token_validator import TokenValidator

FORM = "application/x-www-form-urlencoded"
_NAMES = (
    "grant_type",
    "client_id",
    "client_secret",
    "code",
    "redirect_uri",
    "code_verifier",
    "refresh_token",
    "scope",
)
_CHALLENGE = 'Basic realm="Earshot", charset="UTF-8"'


def give(request: Request, services: AccountServices) -> Answer:
    """Answer a token request."""
    form = _form(request)
    if form is None:
        return _refused("invalid_request", 400)
    endpoint = TokenRequests(TokenValidator(services), services.new_secret)
    try:
        _, body, status = endpoint.create_token_response(
            "/token",
            body=form.encoded(_NAMES),
            headers={"authorization": request.headers.get("authorization", "")},
        )
    except OAuth2Error as error:
        return _refused(str(error.error), error.status_code)
    document = json.loads(body)
    if status != 200:
        return _refused(document["error"], status)
    return told(document, 200, f"tokens for {form.get('grant_type')}")


def _refused(error: str, status: int) -> Answer:
    # No description: it would tell who guesses which part was right.
    more = {"www-authenticate": _CHALLENGE} if status == 401 else {}
    return told({"error": error}, status, error, **more)


def _form(request: Request) -> Parameters | None:
    """Return the form, None where there is none, or more beside it (RFC 6749, 2.3.1)."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM or request.body is None or request.query:
        return None
    try:
        form = read(request.body)
    except Unreadable:
        return None
    return None if form.is_repeated else form
