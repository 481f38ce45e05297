"""How a client proves who it is, which oauthlib leaves to its users. Pure."""

import base64
import binascii
from urllib.parse import unquote_plus

from oauthlib.oauth2.rfc6749.errors import InvalidRequestError

from bridge.accounts.protocol.validator import Request
from postbox.accounts.digests import same


def are_of(client_id: str, secret: str, request: Request) -> bool:
    """Whether a request's credentials are these: in its header or its body, not in both.

    Raises InvalidRequestError for both (RFC 6749, 2.3).
    """
    authorization = request.headers.get("authorization", "")
    if authorization and request.client_secret:
        raise InvalidRequestError(request=request)
    in_the_body = (request.client_id or "", request.client_secret or "")
    given = _basic(authorization) if authorization else in_the_body
    # Both are compared, so that how long it takes tells nothing of either.
    matches = [same(given[0], client_id), same(given[1], secret)]
    return all(matches) and request.client_id in {None, client_id}


def _basic(authorization: str) -> tuple[str, str]:
    """Return id and secret, form-encoded before base64 (RFC 6749, 2.3.1); empty for others."""
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        decoded = base64.b64decode(encoded.strip(), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return "", ""
    client_id, _, secret = decoded.partition(":")
    return unquote_plus(client_id), unquote_plus(secret)
