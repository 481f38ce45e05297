"""The codes that people's consents gave, and the tokens that these become."""

from dataclasses import dataclass, field
from typing import Any

from local.workspace.team.entities import Installation, Person
from local.workspace.team.team import Team

CODE_SECONDS = 600.0
TOKEN_SECONDS = 43_200


class ConsentRefused(Exception):
    """Slack's answer with ok:false; the message is its error code."""


@dataclass
class OAuthApp:
    """How the app is set up at Slack, and what tests let happen to it."""

    client_id: str
    client_secret: str
    redirect_uris: list[str] = field(default_factory=list)
    """Addresses that people may be sent back to; none are checked while there are none."""
    rotates: bool = False
    """Whether tokens end and are renewed."""
    withheld: set[str] = field(default_factory=set)
    """Scopes that nobody grants."""
    for_organisation: bool = False
    """Whether consents count for a whole Enterprise Grid organisation."""


@dataclass(frozen=True)
class _Code:
    person: Person
    scopes: tuple[str, ...]
    redirect_uri: str
    until: float


class Consents:
    """What people consented to; used while the workspace is locked."""

    def __init__(self, team: Team) -> None:
        self._team = team
        ids = team.identifiers
        self.app = OAuthApp(ids.secret("client id"), ids.secret("client secret"))
        self._codes: dict[str, _Code] = {}
        self._refresh: dict[str, str] = {}

    def consent(self, person: Person, scopes: list[str], redirect_uri: str) -> str:
        """Let a person consent, and return the code for it."""
        code = self._team.identifiers.secret("code")
        granted = tuple(scope for scope in scopes if scope not in self.app.withheld)
        self._codes[code] = _Code(person, granted, redirect_uri, self._team.clock() + CODE_SECONDS)
        return code

    def answer(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """Answer oauth.v2.access; raises ConsentRefused."""
        app = self.app
        if arguments.get("client_id") != app.client_id:
            raise ConsentRefused("invalid_client_id")
        if arguments.get("client_secret") != app.client_secret:
            raise ConsentRefused("bad_client_secret")
        if arguments.get("grant_type") == "refresh_token":
            return self._renewed(str(arguments.get("refresh_token", "")))
        return self._granted(str(arguments.get("code", "")), arguments.get("redirect_uri"))

    def _granted(self, given: str, redirect_uri: object) -> dict[str, Any]:
        code = self._codes.pop(given, None)
        if code is None or self._team.clock() > code.until:
            raise ConsentRefused("invalid_code")
        if redirect_uri != code.redirect_uri:
            raise ConsentRefused("bad_redirect_uri")
        user: dict[str, Any] = {"id": code.person.id}
        if code.scopes:
            installation = self._installed(code.person, code.scopes)
            user |= {"scope": ",".join(installation.scopes), **self._token_of(installation)}
        team = {"id": self._team.team_id, "name": self._team.team_name}
        is_organisations = self.app.for_organisation
        return {
            "app_id": self._team.app_id,
            "authed_user": user,
            "team": None if is_organisations else team,
            "enterprise": {"id": "E0LOCAL", "name": "Local"} if is_organisations else None,
            "is_enterprise_install": is_organisations,
        }

    def _installed(self, person: Person, scopes: tuple[str, ...]) -> Installation:
        """Return the person's one token; one that never ends stays the same for each consent."""
        known = [i for i in self._team.installations.active() if i.person is person]
        if not known or self.app.rotates:
            installation = self._team.installations.add(person, scopes)
        else:
            installation = known[-1]
            installation.scopes = tuple(dict.fromkeys((*installation.scopes, *scopes)))
        if self.app.rotates:
            installation.expires = self._team.clock() + TOKEN_SECONDS
        return installation

    def _token_of(self, installation: Installation) -> dict[str, Any]:
        found: dict[str, Any] = {"access_token": installation.token, "token_type": "user"}
        if self.app.rotates:
            refresh = f"xoxe-1-{self._team.identifiers.secret('refresh')}"
            self._refresh[refresh] = installation.token
            found |= {"refresh_token": refresh, "expires_in": TOKEN_SECONDS}
        return found

    def _renewed(self, refresh_token: str) -> dict[str, Any]:
        """Take the place of a token; what renewed it is used up."""
        before = self._team.installations.get(self._refresh.pop(refresh_token, ""))
        if before is None or before.revoked:
            raise ConsentRefused("invalid_refresh_token")
        after = self._team.installations.add(before.person, before.scopes)
        after.expires = self._team.clock() + TOKEN_SECONDS
        told = {"scope": ",".join(after.scopes), "user_id": after.person.id}
        return {**told, **self._token_of(after)}
