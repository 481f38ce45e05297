"""What Slack's OAuth answers say. Pure.

A user-only installation has its token below `authed_user`; a renewed one stands at the top
(https://docs.slack.dev/reference/methods/oauth.v2.access, .../authentication/using-token-rotation).
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from bridge.slack.payloads.values import brief, identifier, mapping, moment, text
from postbox.frozen import Frozen


class SlackToken(Frozen):
    """An access token, and what renews it where Slack's tokens end."""

    access: str = field(repr=False)
    refresh: str = field(default="", repr=False)
    expires_in: float | None = None
    """Seconds."""


class SlackGrant(Frozen):
    """What somebody consented to."""

    team_id: str
    """"" for an installation in a whole Enterprise Grid organisation."""
    team_name: str
    user_id: str
    scopes: tuple[str, ...]
    token: SlackToken | None
    """None where no scope of a user was granted."""
    is_enterprise_install: bool


def granted(answer: Mapping[str, Any]) -> SlackGrant:
    """Read the answer to a code."""
    user, team = mapping(answer.get("authed_user")), mapping(answer.get("team"))
    scopes = text(user.get("scope")).replace(",", " ").split()
    return SlackGrant(
        team_id=identifier(team.get("id")),
        team_name=brief(team.get("name")),
        user_id=identifier(user.get("id")),
        scopes=tuple(brief(scope) for scope in scopes[:100]),
        token=_token(user),
        is_enterprise_install=answer.get("is_enterprise_install") is True,
    )


def renewed(answer: Mapping[str, Any]) -> SlackToken | None:
    """Read the answer to a refresh token, None where it holds no token."""
    nested = mapping(answer.get("authed_user"))
    return _token(nested if nested.get("access_token") else answer)


def _token(found: Mapping[str, Any]) -> SlackToken | None:
    access = text(found.get("access_token"))
    if not access:
        return None
    refresh = text(found.get("refresh_token"))
    return SlackToken(access, refresh, moment(found.get("expires_in")) if refresh else None)
