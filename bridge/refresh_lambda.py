"""The refresh Lambda: link, names and waiting messages looked after. Wires, no more.

It runs every few minutes, and at once when the owner stores another token.
"""

import os
import time
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import boto3
from aws_lambda_powertools import Logger

from bridge.held_release import HeldRelease
from bridge.link_refresh import LinkRefresh
from bridge.overdue import settle_overdue
from bridge.secrets import Secrets, SecretUnavailable
from bridge.settings import RefreshSettings
from bridge.slack_gateway import TIMEOUT_SECONDS, SlackGateway
from bridge.slack_trouble import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from bridge.tokens import PersonalToken
from mailbox.aws import quick
from mailbox.directory import Directories
from mailbox.held import HeldMessages
from mailbox.link import Link, LinkState
from mailbox.links import PERSONAL, Links
from mailbox.queues import OutboxQueue
from mailbox.receipts import Receipts
from mailbox.table import Table

Handler = Callable[[Mapping[str, Any], Any], dict[str, Any]]

SCHEDULED = "Scheduled Event"


def create_handler(
    environment: Mapping[str, str],
    clock: Callable[[], float] = time.time,
    client: Callable[..., Any] = boto3.client,
    slack_timeout: float = TIMEOUT_SECONDS,
) -> Handler:
    """Return the handler for these settings; a missing one raises SettingMissing."""
    settings = RefreshSettings.from_environment(environment)
    table = Table(client("dynamodb", config=quick()), settings.table)
    secrets = Secrets(client("ssm", config=quick()), clock)
    links, receipts = Links(table), Receipts(table)
    refresh = LinkRefresh(
        tokens=PersonalToken(secrets, settings.token_parameter),
        slack=SlackGateway(settings.slack_api_url, slack_timeout),
        links=links,
        directories=Directories(table),
        default_conversation=settings.default_conversation,
        clock=clock,
    )
    release = HeldRelease(
        table=table,
        receipts=receipts,
        held=HeldMessages(table),
        outbox=OutboxQueue(client("sqs", config=quick()), settings.outbox_url),
        clock=clock,
        max_message_age=settings.max_message_age,
    )
    logger = Logger(service="refresh")

    def handle(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
        del context
        link, problem = _refreshed(refresh, names_too=event.get("detail-type") != SCHEDULED)
        link = link or links.get(PERSONAL)
        is_active = link is not None and link.state is LinkState.ACTIVE
        released, given_up = release.look_after(PERSONAL, is_active=is_active)
        overdue = settle_overdue(receipts, PERSONAL, clock(), settings.max_message_age)
        report = {
            "linked": is_active,
            "problem": problem or (link.problem if link else "never linked"),
            "default_conversation_found": bool(link and link.default_conversation_id),
            "released": released,
            "given_up": given_up + len(overdue),
        }
        logger.info("refreshed", extra=report)
        return report

    return handle


def _refreshed(refresh: LinkRefresh, *, names_too: bool) -> tuple[Link | None, str | None]:
    """Return the link; or None and why Slack could not be asked, which the next run may."""
    try:
        return refresh.refresh(names_too=names_too), None
    except SlackRefused as refused:
        return None, refused.code
    except (SlackLimited, SlackUnclear, SlackUnreachable, SecretUnavailable) as error:
        return None, f"{type(error).__name__}: {error}"


@cache
def _handler() -> Handler:
    return create_handler(os.environ)


def lambda_handler(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Refresh on a schedule (EventBridge), or on any other event with the names too."""
    return _handler()(event, context)
