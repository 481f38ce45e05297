"""The authorization request: who asks, to where the answer goes, and what is wrong with it. Pure.

What is wrong with the client or the address is told on a page of our own, and never by a redirect
(RFC 6749, 4.1.2.1); everything else goes back to the client.
"""

from oauthlib.common import add_params_to_uri
from oauthlib.oauth2.rfc6749.errors import FatalClientError, OAuth2Error

from bridge.accounts.protocol.client import Client
from bridge.accounts.protocol.endpoints import AuthorizationRequests
from bridge.accounts.protocol.parameters import Parameters
from bridge.accounts.protocol.validator import ClientValidator
from postbox.frozen import Frozen

_NAMES = (
    "client_id",
    "redirect_uri",
    "response_type",
    "state",
    "scope",
    "code_challenge",
    "code_challenge_method",
)


class AuthorizationRequest(Frozen):
    """A request that may be granted."""

    client_id: str
    redirect_uri: str
    state: str
    challenge: str


class NotOurClient(Exception):
    """Nobody knows who asks, or the answer would go where it must not."""


class NotGranted(Exception):
    """An error that the client is told of."""

    def __init__(self, error: str, redirect_uri: str, state: str) -> None:
        """Keep the error's name as RFC 6749, 4.1.2.1 has it, and where to tell it."""
        super().__init__(error)
        self.error = error
        self.redirect_uri = redirect_uri
        self.state = state

    @property
    def location(self) -> str:
        """Where the browser goes with it."""
        return with_answer(self.redirect_uri, self.state, error=self.error)


def authorization_request(given: Parameters, client: Client) -> AuthorizationRequest:
    """Return the request; raises NotOurClient or NotGranted."""
    endpoint = AuthorizationRequests(ClientValidator(client))
    try:
        endpoint.validate_authorization_request(f"/authorize?{given.encoded(_NAMES)}")
    except FatalClientError as error:
        # oauthlib's own words: they quote nothing that was sent.
        raise NotOurClient(error.description) from None
    except OAuth2Error as error:
        raise NotGranted(error.error, given.get("redirect_uri"), given.get("state")) from None
    return AuthorizationRequest(
        client.client_id,
        given.get("redirect_uri"),
        given.get("state"),
        given.get("code_challenge"),
    )


def with_answer(redirect_uri: str, state: str, **answer: str) -> str:
    """Return where the browser goes with an answer; the state goes back as it came."""
    told = {**answer, "state": state} if state else answer
    return str(add_params_to_uri(redirect_uri, list(told.items())))
