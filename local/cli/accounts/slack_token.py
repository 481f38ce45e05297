"""Whether Slack takes a token, whose it is, and what it may not do that Earshot does."""

from dataclasses import dataclass

import httpx

from local.cli import waits
from local.cli.accounts.slack_app import USER_SCOPES

WHERE = "api.slack.com/apps > your app > OAuth & Permissions > User OAuth Token"


@dataclass(frozen=True)
class Token:
    """What Slack says of a token; it holds none itself."""

    problem: str = ""
    """In Slack's word, or "" where it takes the token."""
    person: str = ""
    workspace: str = ""
    missing_scopes: tuple[str, ...] = ()

    @property
    def wrong(self) -> str | None:
        """One sentence on what is wrong and what to do, or None."""
        if self.problem:
            return f"Slack does not take this token ({self.problem}). It stands at {WHERE}."
        if self.missing_scopes:
            return (
                f"The app lacks {', '.join(self.missing_scopes)}. Put the manifest into App "
                "Manifest, Save Changes, then Install App > Reinstall; paste its token again."
            )
        return None


def look_at(token: str, api_url: str) -> Token:
    """Ask Slack's auth.test. The scopes come in the header X-OAuth-Scopes, as with every answer."""
    if not token.startswith(("xoxp-", "xoxe.xoxp-")):
        kind = "a bot's" if token.startswith("xoxb-") else "no user's"
        return Token(problem=f"it is {kind}; a User OAuth Token begins with xoxp-")
    try:
        answer = httpx.post(
            f"{api_url}auth.test",
            headers={"Authorization": f"Bearer {token}"},
            timeout=waits.SECONDS,
        )
        said = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        return Token(problem=f"Slack cannot be asked: {type(error).__name__}")
    if not said.get("ok"):
        return Token(problem=str(said.get("error", answer.status_code)))
    granted = answer.headers.get("x-oauth-scopes")
    have = set(USER_SCOPES) if granted is None else {scope.strip() for scope in granted.split(",")}
    missing = tuple(scope for scope in USER_SCOPES if scope not in have)
    return Token(
        person=said.get("user", ""), workspace=said.get("team", ""), missing_scopes=missing
    )
