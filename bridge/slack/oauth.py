"""Slack's OAuth methods: a code becomes a token, a token is renewed, a token is given back."""

from urllib.parse import urlencode

from bridge.slack.actions import ApiCall
from bridge.slack.errors import SlackError, SlackUnclear
from bridge.slack.payloads.grants import SlackGrant, SlackToken, granted, renewed


class SlackOAuth:
    """What the Slack app does in its own name, with its id and secret."""

    def __init__(self, call: ApiCall) -> None:
        """Call through this."""
        self._call = call

    def grant(self, app: tuple[str, str], code: str, redirect_uri: str) -> SlackGrant:
        """Return what somebody consented to; `app` is the app's id and secret."""
        asked = {"code": code, "redirect_uri": redirect_uri}
        return granted(self._ask(app, asked))

    def renew(self, app: tuple[str, str], refresh_token: str) -> SlackToken:
        """Return the token that takes the place of one that ends."""
        asked = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        token = renewed(self._ask(app, asked))
        if token is None:
            raise SlackUnclear("an answer without a token")
        return token

    def revoke(self, token: str) -> None:
        """End a token."""
        self._call("auth.revoke", token)

    def give_back(self, token: str) -> None:
        """End a token that is kept nowhere any more, as far as Slack lets us."""
        try:
            self.revoke(token)
        except SlackError:
            return

    def _ask(self, app: tuple[str, str], asked: dict[str, str]) -> dict[str, object]:
        client_id, secret = app
        form = {"client_id": client_id, "client_secret": secret, **asked}
        return self._call("oauth.v2.access", "", data=form)


def authorize_url(
    page: str, client_id: str, scopes: tuple[str, ...], there: str, state: str
) -> str:
    """Return where a browser goes to be asked for consent; `there` is where it comes back to."""
    asked = {
        "client_id": client_id,
        "scope": "",
        "user_scope": ",".join(scopes),
        "redirect_uri": there,
        "state": state,
    }
    return f"{page}?{urlencode(asked)}"
