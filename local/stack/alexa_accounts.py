"""What the Alexa app does about accounts: it links people's Slack, keeps tokens, renews them.

It is the client of RFC 6749 and RFC 7636 that Amazon's is; the deployed server judges it strictly.
"""

import base64
import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx

from local.stack.gateway import AMAZON

CLIENT, VENDOR = "alexa", "M0LOCAL"
REDIRECT_PATH = f"/api/skill/link/{VENDOR}"
RENEWED_BEFORE_SECONDS = 60.0
SECONDS = 30


class NotLinked(Exception):
    """Linking came to no end; the message says why."""


@dataclass(frozen=True)
class Holder:
    """Whose tokens they are: an Amazon account's, or those of a recognized person at it."""

    user_id: str
    person_id: str | None


@dataclass(frozen=True)
class Tokens:
    """What the authorization server gave."""

    access: str
    refresh: str
    ends: float
    """In epoch seconds."""


@dataclass(frozen=True)
class _Begun:
    holder: Holder
    verifier: str


class AlexaAccounts:
    """The tokens that Alexa has."""

    def __init__(self, issuer: str, secret: str, clock: Callable[[], float] = time.time) -> None:
        """Link at this server, whose secret for Alexa is known."""
        self.issuer = issuer
        self._secret = secret
        self._clock = clock
        self._begun: dict[str, _Begun] = {}
        self._tokens: dict[Holder, Tokens] = {}

    def begin(self, holder: Holder) -> str:
        """Return the address that the Alexa app opens for somebody who links."""
        state, verifier = secrets.token_urlsafe(16), secrets.token_urlsafe(48)
        self._begun[state] = _Begun(holder, verifier)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest())
        asked = {
            "response_type": "code",
            "client_id": CLIENT,
            "redirect_uri": f"{AMAZON}{REDIRECT_PATH}",
            "state": state,
            "scope": "slack",
            "code_challenge": challenge.rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        return f"{self.issuer}/authorize?{urlencode(asked)}"

    def finish(self, state: str, code: str, error: str) -> tuple[Holder, str]:
        """Take what the browser came back with; return whose the access token is, and the token.

        Raises NotLinked.
        """
        begun = self._begun.pop(state, None)
        if begun is None:
            raise NotLinked("Nobody asked for this here. Begin again on the page.")
        if not code:
            raise NotLinked(f"Nothing was linked ({error or 'no code came back'}).")
        tokens = self._asked_for(
            grant_type="authorization_code",
            code=code,
            redirect_uri=f"{AMAZON}{REDIRECT_PATH}",
            code_verifier=begun.verifier,
        )
        if tokens is None:
            raise NotLinked("The code was not taken. Begin again on the page.")
        self._tokens[begun.holder] = tokens
        return begun.holder, tokens.access

    def token(self, user_id: str, person_id: str | None) -> str | None:
        """Return a current access token; None for who linked nothing, or has left."""
        holder = Holder(user_id, person_id)
        tokens = self._tokens.get(holder)
        if tokens is not None and self._clock() > tokens.ends - RENEWED_BEFORE_SECONDS:
            tokens = self._asked_for(grant_type="refresh_token", refresh_token=tokens.refresh)
            if tokens is None:
                del self._tokens[holder]
            else:
                self._tokens[holder] = tokens
        return tokens.access if tokens else None

    def disable(self, user_id: str) -> None:
        """Forget what an Amazon account and its people linked."""
        self._tokens = {
            holder: tokens for holder, tokens in self._tokens.items() if holder.user_id != user_id
        }

    def forget(self) -> None:
        """Forget everything."""
        self._tokens.clear()
        self._begun.clear()

    def _asked_for(self, **form: str) -> Tokens | None:
        with httpx.Client(trust_env=False, timeout=SECONDS) as client:
            answer = client.post(f"{self.issuer}/token", data=form, auth=(CLIENT, self._secret))
        if answer.status_code != httpx.codes.OK:
            return None
        given = answer.json()
        ends = self._clock() + float(given["expires_in"])
        return Tokens(given["access_token"], given["refresh_token"], ends)
