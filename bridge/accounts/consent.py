"""Slack sends somebody back: with a consent, which is kept, or without one, which is told."""

from dataclasses import replace

from bridge.accounts.http import Answer, Request, shown
from bridge.accounts.pages import told
from bridge.accounts.protocol.parameters import Unreadable, read
from bridge.accounts.services import AccountServices
from bridge.links.token_seal import TooLong
from bridge.slack.errors import SlackError, SlackRefused
from bridge.slack.payloads.grants import SlackGrant, SlackToken
from postbox.accounts.digests import digest, same
from postbox.accounts.linking import Consent, Linking

MOST_WORKSPACES = 5
"""Of one account."""
MOST_OF_A_WORKSPACE = 100
"""So many links are served in one workspace: each gets its own copy of what it may see, while Slack
waits three seconds for an answer to its event (docs/accounts.md has the reckoning)."""
_ADMINS = {"admin_approval_required", "access_not_allowed", "restricted_action"}


class _Problem(Exception):
    """The consent cannot be kept; the message is a key of told.PROBLEMS."""


def come_back(request: Request, services: AccountServices, linking_id: str) -> Answer:
    """Answer the browser that Slack sent back."""
    linking = services.linkings.get(linking_id, services.clock())
    try:
        given = read(request.query)
    except Unreadable:
        return shown(told.over(), 400, "unreadable")
    if linking is None or not _is_its(given.get("state"), linking) or given.is_repeated:
        return shown(told.over(), 400, "no such linking")
    # Slack's state counts once, whatever comes of it.
    known = services.linkings.save(linking_id, linking, replace(linking, slack_state=""))
    if known is None:
        return shown(told.over(), 400, "another request was first")
    try:
        consent = _consent(given.get("code"), given.get("error"), known, services)
    except _Problem as problem:
        page = told.consented(known.consents, told.PROBLEMS[str(problem)])
        return shown(page, 200, f"no consent: {problem}", _targets(known, services))
    saved = services.linkings.save(linking_id, known, known.with_consent(consent))
    if saved is None:
        return shown(told.over(), 400, "another request was first")
    return shown(told.consented(saved.consents), 200, "consented", _targets(saved, services))


def _is_its(state: str, linking: Linking) -> bool:
    return bool(state and linking.slack_state) and same(digest(state), linking.slack_state)


def _targets(linking: Linking, services: AccountServices) -> tuple[str, ...]:
    return services.app.authorize_page, linking.redirect_uri


def _consent(code: str, error: str, linking: Linking, services: AccountServices) -> Consent:
    if error or not code:
        raise _Problem(_problem_of(error))
    try:
        grant = services.slack.oauth.grant(services.app.credentials, code, services.callback)
        token = _acceptable(grant, linking, services)
        identity = services.slack.identity(token.access)
        if (identity.team_id, identity.user_id) != (grant.team_id, grant.user_id):
            raise _Problem("unclear")
        return _kept(grant, token, identity.user_name, services)
    except SlackRefused as refused:
        raise _Problem(_problem_of(refused.code)) from None
    except (SlackError, TooLong):
        raise _Problem("unclear") from None


def _problem_of(code: str) -> str:
    if code in _ADMINS:
        return "admin"
    return "access_denied" if code == "access_denied" else "unclear"


def _acceptable(grant: SlackGrant, linking: Linking, services: AccountServices) -> SlackToken:
    """Return the token of a consent that can be served; that of any other is given back."""
    if grant.token is None:
        raise _Problem("token" if grant.team_id else "enterprise")
    problem = _objection(grant, linking, services)
    if not problem:
        return grant.token
    if not _is_linked(grant, services):
        services.slack.oauth.give_back(grant.token.access)
    raise _Problem(problem)


def _objection(grant: SlackGrant, linking: Linking, services: AccountServices) -> str:
    team_id, teams = grant.team_id, {consent.team_id for consent in linking.consents}
    if grant.is_enterprise_install or not team_id or not grant.user_id:
        return "enterprise"
    if services.app.workspaces and team_id not in services.app.workspaces:
        return "workspace"
    if team_id not in teams and len(teams) >= MOST_WORKSPACES:
        return "many"
    is_new = not _is_linked(grant, services)
    is_full = is_new and len(services.links.of_team(team_id)) >= MOST_OF_A_WORKSPACE
    return "full" if is_full else ""


def _is_linked(grant: SlackGrant, services: AccountServices) -> bool:
    """Whether the token serves another account, too: Slack gives the same one for each consent."""
    if not (grant.team_id and grant.user_id):
        return False
    return services.identities.link_of(grant.team_id, grant.user_id) is not None


def _kept(
    grant: SlackGrant, token: SlackToken, user_name: str, services: AccountServices
) -> Consent:
    link_id = services.identities.link_of(grant.team_id, grant.user_id) or services.new_id()
    ends = None if token.expires_in is None else services.clock() + token.expires_in
    return Consent(
        grant.team_id,
        grant.team_name or grant.team_id,
        grant.user_id,
        user_name or grant.user_id,
        grant.scopes,
        link_id,
        services.seal.seal(link_id, token),
        ends,
    )
