"""oauthlib's endpoints for one grant: stricter where RFC 6749 lets a server choose. Pure."""

import re
from collections.abc import Callable
from typing import Any, ClassVar

from oauthlib.oauth2.rfc6749.endpoints.authorization import AuthorizationEndpoint
from oauthlib.oauth2.rfc6749.endpoints.token import TokenEndpoint
from oauthlib.oauth2.rfc6749.errors import InvalidRequestError, UnsupportedResponseTypeError
from oauthlib.oauth2.rfc6749.grant_types.authorization_code import (
    AuthorizationCodeGrant,
    code_challenge_method_s256,
)
from oauthlib.oauth2.rfc6749.grant_types.refresh_token import RefreshTokenGrant
from oauthlib.oauth2.rfc6749.tokens import BearerToken

from bridge.accounts.protocol.validator import ClientValidator, Request
from postbox.accounts.grant import ACCESS_SECONDS

METHOD = "S256"
"""Proof Key for Code Exchange is by this and nothing else; the shapes: RFC 7636, 4.1 and 4.2."""
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")


class CodeGrant(AuthorizationCodeGrant):
    """The authorization code grant without `plain`, which proves nothing, nor hybrid kinds."""

    _code_challenge_methods: ClassVar[dict[str, Any]] = {METHOD: code_challenge_method_s256}

    def __init__(self, validator: ClientValidator) -> None:
        """Ask this validator."""
        super().__init__(validator, pre_auth=[_asked_plainly], pre_token=[_proved_plainly])


class AuthorizationRequests(AuthorizationEndpoint):
    """Where the client asks for a code."""

    def __init__(self, validator: ClientValidator) -> None:
        """Ask this validator."""
        super().__init__("code", None, {"code": CodeGrant(validator)})


class TokenRequests(TokenEndpoint):
    """Where the client gets tokens for a code, or for a refresh token."""

    def __init__(self, validator: ClientValidator, new_secret: Callable[[], str]) -> None:
        """Ask this validator, and give out secrets of this kind."""
        grants = {
            "authorization_code": CodeGrant(validator),
            "refresh_token": RefreshTokenGrant(validator),
        }
        tokens = BearerToken(validator, lambda _: new_secret(), ACCESS_SECONDS)
        super().__init__("authorization_code", tokens, grants)

    def validate_token_request(self, request: Request) -> None:
        """Refuse what is doubled, and what does not say what it wants."""
        super().validate_token_request(request)
        if request.duplicate_params or not request.grant_type:
            raise InvalidRequestError(request=request)


def _asked_plainly(request: Request) -> dict[str, Any]:
    """Refuse what is doubled, has no state, wants more than a code, or has no such challenge."""
    if request.duplicate_params or not request.state:
        raise InvalidRequestError(request=request)
    if request.response_type not in {None, "code"}:
        raise UnsupportedResponseTypeError(request=request)
    if request.code_challenge and not _CHALLENGE.fullmatch(request.code_challenge):
        raise InvalidRequestError(request=request)
    return {}


def _proved_plainly(request: Request) -> None:
    """Refuse what cannot be a verifier, before anything is looked up."""
    if request.code_verifier and not _VERIFIER.fullmatch(request.code_verifier):
        raise InvalidRequestError(request=request)
