"""What oauthlib asks about the client: who it is, where it is, what it may ask for. Pure."""

from typing import Any

from oauthlib.oauth2.rfc6749.request_validator import RequestValidator

from bridge.accounts.protocol.client import SCOPE, Client
from postbox.accounts.digests import same

Request = Any
"""oauthlib.common.Request; its attributes are the parameters of a request, None where left out."""


class ClientValidator(RequestValidator):
    """One client; redirect addresses by exact match; PKCE always."""

    def __init__(self, client: Client) -> None:
        """Know this client."""
        super().__init__()
        self._client = client

    def validate_client_id(self, client_id: str, request: Request, *_: Any, **__: Any) -> bool:
        """Whether this is the client."""
        return same(client_id, self._client.client_id)

    def validate_redirect_uri(
        self, client_id: str, redirect_uri: str, request: Request, *_: Any, **__: Any
    ) -> bool:
        """Whether it is one of the client's addresses, to the letter."""
        return redirect_uri in self._client.redirect_uris

    def get_default_redirect_uri(
        self, client_id: str, request: Request, *_: Any, **__: Any
    ) -> None:
        """Return none: an address is always given (RFC 9700, 4.1.3)."""

    def validate_response_type(
        self, client_id: str, response_type: str, client: Any, request: Request, *_: Any, **__: Any
    ) -> bool:
        """Whether a code is asked for."""
        return response_type == "code"

    def get_default_scopes(self, client_id: str, request: Request, *_: Any, **__: Any) -> list[str]:
        """Return the one scope that there is."""
        return [SCOPE]

    def validate_scopes(
        self, client_id: str, scopes: list[str], client: Any, request: Request, *_: Any, **__: Any
    ) -> bool:
        """Whether nothing else is asked for."""
        return set(scopes) <= {SCOPE}

    def is_pkce_required(self, client_id: str, request: Request) -> bool:
        """Return that a code without a challenge is not given out."""
        return True
