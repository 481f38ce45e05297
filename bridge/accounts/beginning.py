"""Alexa sends somebody to us; we send them on to Slack."""

from dataclasses import asdict, replace

from bridge.accounts.http import Answer, Request, sent_on, shown
from bridge.accounts.pages import told
from bridge.accounts.protocol.authorization import (
    AuthorizationRequest,
    NotGranted,
    NotOurClient,
    authorization_request,
)
from bridge.accounts.protocol.parameters import Parameters, Unreadable, read
from bridge.accounts.scopes import SCOPES
from bridge.accounts.services import AccountServices
from bridge.slack.oauth import authorize_url
from postbox.accounts.digests import digest
from postbox.accounts.linking import LINKING_SECONDS, Linking

WRONG_CLIENT = "Only the Alexa app can ask for this, for a skill that this Earshot serves."
WRONG_FORM = "The address is not as the Alexa app makes it."


def explain(request: Request, services: AccountServices) -> Answer:
    """Answer Alexa's authorization request with the first page; nothing is stored by it."""
    asked = _read(request.query, services)
    if isinstance(asked, Answer):
        return asked
    fields = {
        "response_type": "code",
        "code_challenge_method": "S256",
        "code_challenge": asked.challenge,
        **{name: value for name, value in asdict(asked).items() if name != "challenge"},
    }
    page = told.asked(fields)
    return shown(page, 200, "asked", (services.app.authorize_page, asked.redirect_uri))


def begin(request: Request, services: AccountServices) -> Answer:
    """Send somebody who read the first page to Slack."""
    asked = _read(request.body if request.body is not None else b"\xff", services)
    if isinstance(asked, Answer):
        return asked
    linking_id, state = services.new_secret(), services.new_secret()
    linking = Linking(
        asked.client_id,
        asked.redirect_uri,
        asked.state,
        asked.challenge,
        slack_state=digest(state),
        expires=services.clock() + LINKING_SECONDS,
    )
    services.linkings.begin(linking_id, linking)
    return sent_on(_at_slack(services, state), "to Slack", linking_id)


def ask_again(linking_id: str, linking: Linking, services: AccountServices) -> Answer:
    """Send somebody to Slack once more: for another workspace, or after a refusal."""
    state = services.new_secret()
    saved = services.linkings.save(linking_id, linking, replace(linking, slack_state=digest(state)))
    if saved is None:
        return shown(told.over(), 400, "another request was first")
    return sent_on(_at_slack(services, state), "to Slack again")


def _read(encoded: bytes, services: AccountServices) -> AuthorizationRequest | Answer:
    try:
        given: Parameters = read(encoded)
        return authorization_request(given, services.client)
    except Unreadable:
        return shown(told.refused(WRONG_FORM), 400, "unreadable")
    except NotOurClient as error:
        return shown(told.refused(WRONG_CLIENT), 400, f"not our client: {error}")
    except NotGranted as error:
        return sent_on(error.location, f"refused: {error.error}")


def _at_slack(services: AccountServices, state: str) -> str:
    app = services.app
    return authorize_url(app.authorize_page, app.client_id, SCOPES, services.callback, state)
