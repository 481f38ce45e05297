"""The authorize Lambda: people link their Slack to their Alexa account. Wires, no more.

Deployed only where several people are served; the owner's own link needs none of it.
"""

from postbox import start

# isort: split
import os
import secrets
import time
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from aws_lambda_powertools import Logger

from bridge.accounts.http import Answer, shown
from bridge.accounts.pages import told
from bridge.accounts.protocol.client import Client
from bridge.accounts.routes import answer
from bridge.accounts.services import AccountServices, SlackApp
from bridge.links.secrets import Secrets
from bridge.links.token_seal import TokenSeal
from bridge.settings.authorize import AuthorizeSettings
from bridge.slack.gateway import SlackGateway
from bridge.slack.time_left import TIMEOUT_SECONDS
from postbox.logs import silence_libraries
from postbox.metrics import Counter, reported
from postbox.store.aws import quick, timely
from postbox.store.table import Table
from postbox.time_left import within

Handler = Callable[[Mapping[str, Any], Any], dict[str, Any]]

SECRET_BYTES, ID_BYTES = 32, 16


def create_handler(
    environment: Mapping[str, str],
    clock: Callable[[], float] = time.time,
    client: Callable[..., Any] = timely,
    slack_timeout: float = TIMEOUT_SECONDS,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> Handler:
    """Return the handler for these settings; a missing one raises SettingMissing."""
    silence_libraries()
    settings = AuthorizeSettings.from_environment(environment)
    logger, counter = Logger(service="authorize"), Counter("authorize")
    aside = reported(logger, counter)
    kept = Secrets(client("ssm", config=quick()), clock)
    services = AccountServices(
        issuer=settings.issuer,
        client=Client.of_vendors(settings.alexa_client_id, settings.alexa_vendor_ids),
        client_secret=partial(kept.get, settings.alexa_client_secret_parameter),
        app=SlackApp(
            settings.slack_client_id,
            partial(kept.get, settings.slack_client_secret_parameter),
            settings.slack_authorize_url,
            settings.workspaces,
        ),
        slack=SlackGateway(settings.slack_api_url, slack_timeout),
        seal=TokenSeal(client("kms", config=quick()), settings.token_key),
        table=Table(
            client("dynamodb", config=quick()), settings.table, aside=aside, sleep=time.sleep
        ),
        default_conversation=settings.default_conversation,
        new_secret=lambda: random_bytes(SECRET_BYTES).hex(),
        new_id=lambda: random_bytes(ID_BYTES).hex(),
        clock=clock,
    )

    def failed(why: str) -> Answer:
        # Without the message: that could quote what was sent.
        logger.error("request failed", extra={"error": why})
        counter.count("RequestFailed")
        return shown(told.trouble(), 503, "failed")

    def handle(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
        with within(context):
            try:
                done = answer(event, services)
            except Exception as error:  # noqa: BLE001 - nobody sees a trace, whatever happens
                done = failed(type(error).__name__)
        logger.info("answered", extra={"status": done.status, "done": done.done})
        return done.as_lambda_has_it()

    return handle


@cache
def _handler() -> Handler:
    return create_handler(os.environ)


def lambda_handler(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Answer one HTTP API request."""
    return _handler()(event, context)


start.imported()
