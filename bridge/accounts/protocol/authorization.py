"""The authorization request: who asks, to where the answer goes, and what is wrong with it. Pure.

What is wrong with the client or the address is told on a page of our own, and never by a redirect
(RFC 6749, 4.1.2.1); everything else goes back to the client.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from bridge.accounts.protocol.parameters import Parameters
from bridge.accounts.protocol.pkce import METHOD, is_challenge
from postbox.accounts.digests import same

SCOPE = "slack"
_REDIRECTS = (
    "https://pitangui.amazon.com/api/skill/link/",
    "https://layla.amazon.com/api/skill/link/",
    "https://alexa.amazon.co.jp/api/skill/link/",
)
"""Alexa's, for North America, Europe and Japan; the vendor's id stands behind each
(https://developer.amazon.com/docs/alexa/account-linking/requirements-account-linking.html)."""


@dataclass(frozen=True)
class Client:
    """The one client: Alexa, for skills of these vendors."""

    client_id: str
    redirect_uris: frozenset[str]

    @classmethod
    def of_vendors(cls, client_id: str, vendor_ids: tuple[str, ...]) -> "Client":
        """Return the client that sends people back to skills of these vendors."""
        places = {f"{front}{vendor}" for front in _REDIRECTS for vendor in vendor_ids}
        return cls(client_id, frozenset(places))


@dataclass(frozen=True)
class AuthorizationRequest:
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
    redirect_uri = given.get("redirect_uri")
    if {"client_id", "redirect_uri"} & given.repeated:
        raise NotOurClient("repeated")
    if not same(given.get("client_id"), client.client_id):
        raise NotOurClient("client_id")
    if redirect_uri not in client.redirect_uris:
        raise NotOurClient("redirect_uri")
    state = "" if "state" in given.repeated else given.get("state")
    if error := _error(given):
        raise NotGranted(error, redirect_uri, state)
    return AuthorizationRequest(client.client_id, redirect_uri, state, given.get("code_challenge"))


def _error(given: Parameters) -> str:
    if given.repeated or not given.get("state") or not given.get("response_type"):
        return "invalid_request"
    if given.get("response_type") != "code":
        return "unsupported_response_type"
    # Without a method "plain" is meant (RFC 7636, 4.3), which proves nothing.
    if given.get("code_challenge_method") != METHOD or not is_challenge(
        given.get("code_challenge")
    ):
        return "invalid_request"
    return "" if set(given.get("scope").split()) <= {SCOPE} else "invalid_scope"


def with_answer(redirect_uri: str, state: str, **answer: str) -> str:
    """Return where the browser goes with an answer; the state goes back as it came."""
    told = {**answer, "state": state} if state else answer
    return f"{redirect_uri}?{urlencode(told)}"
