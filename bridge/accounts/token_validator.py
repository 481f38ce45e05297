"""What oauthlib asks about codes and tokens, answered from the table.

Two requests with one code, or one refresh token, are told apart where tokens are saved: by a
condition, so that one of them wins, whatever was read before.
"""

from typing import Any

from oauthlib.oauth2.rfc6749.errors import InvalidGrantError

from bridge.accounts.protocol.client import SCOPE
from bridge.accounts.protocol.credentials import are_of
from bridge.accounts.protocol.endpoints import METHOD
from bridge.accounts.protocol.validator import ClientValidator, Request
from bridge.accounts.services import AccountServices
from postbox.accounts.digests import digest, same


class TokenValidator(ClientValidator):
    """Knows codes and families of tokens; everything raises as the table and secrets do."""

    def __init__(self, services: AccountServices) -> None:
        """Look them up here."""
        super().__init__(services.client)
        self._services = services

    def client_authentication_required(self, request: Request, *_: Any, **__: Any) -> bool:
        """Return that no tokens are given to a client that does not prove who it is."""
        return True

    def authenticate_client(self, request: Request, *_: Any, **__: Any) -> bool:
        """Whether the client has its secret."""
        client = self._services.client
        if not are_of(client.client_id, self._services.client_secret(), request):
            return False
        request.client = client
        return True

    def validate_grant_type(
        self, client_id: str, grant_type: str, client: Any, request: Request, *_: Any, **__: Any
    ) -> bool:
        """Whether the client may have tokens in this way."""
        return grant_type in {"authorization_code", "refresh_token"}

    def validate_code(
        self, client_id: str, code: str, client: Any, request: Request, *_: Any, **__: Any
    ) -> bool:
        """Whether a code was given to this client, less than five minutes ago."""
        known = self._services.grants.code(code)
        if known is None or self._services.clock() >= known.expires:
            return False
        request.known, request.scopes = known, [SCOPE]
        return same(client_id, known.client_id)

    def get_code_challenge(self, code: str, request: Request) -> str:
        """Return what the verifier is compared with."""
        return str(request.known.challenge)

    def get_code_challenge_method(self, code: str, request: Request) -> str:
        """Return the only one."""
        return METHOD

    def confirm_redirect_uri(
        self,
        client_id: str,
        code: str,
        redirect_uri: str,
        client: Any,
        request: Request,
        *_: Any,
        **__: Any,
    ) -> bool:
        """Whether it is the address that the code was sent to."""
        if not same(redirect_uri, request.known.redirect_uri):
            # oauthlib says invalid_request; RFC 6749, 5.2 names this under invalid_grant.
            raise InvalidGrantError(request=request)
        return True

    def validate_refresh_token(
        self, refresh_token: str, client: Any, request: Request, *_: Any, **__: Any
    ) -> bool:
        """Whether tokens are renewed by it; one that was used before ends its whole family."""
        now, family = self._services.clock(), self._services.grants.family_of(refresh_token)
        if family is None or family.client_id != client.client_id or family.is_ended:
            return False
        is_accepted = family.accepts(digest(refresh_token), now)
        # Of an account that was left: what Alexa still has is good for nothing.
        if not is_accepted or self._services.accounts.get(family.account_id) is None:
            self._services.grants.end(family, now)
            return False
        request.known = family
        return True

    def get_original_scopes(
        self, refresh_token: str, request: Request, *_: Any, **__: Any
    ) -> list[str]:
        """Return what every token is for."""
        return [SCOPE]

    def save_bearer_token(
        self, token: dict[str, str], request: Request, *_: Any, **__: Any
    ) -> None:
        """Give the tokens out, once."""
        save = self._redeem if request.grant_type == "authorization_code" else self._renew
        if not save(request, token["refresh_token"], token["access_token"]):
            raise InvalidGrantError(request=request)

    def invalidate_authorization_code(
        self, client_id: str, code: str, request: Request, *_: Any, **__: Any
    ) -> None:
        """Do no more: a code ends in the very transaction that gives out its tokens."""

    def _redeem(self, request: Request, refresh: str, access: str) -> bool:
        grants, known, now = self._services.grants, request.known, self._services.clock()
        if grants.redeem(request.code, known, refresh, access, now):
            return True
        # Somebody has the code, and its proof, a second time: neither is believed any more
        # (RFC 6749, 4.1.2).
        family = grants.family(known.family_id)
        if family is not None:
            grants.end(family, now)
        return False

    def _renew(self, request: Request, refresh: str, access: str) -> bool:
        # False where another request with it was first, at this moment: that one's answer counts.
        return self._services.grants.renew(
            request.known, request.refresh_token, refresh, access, self._services.clock()
        )
