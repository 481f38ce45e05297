"""The refresh Lambda: link, waiting messages and names looked after. Wires, no more.

It runs every few minutes, and at once when the owner stores another token. The names come last,
for they take what time is left.
"""

import os
import time
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

import boto3
from aws_lambda_powertools import Logger

from bridge.backfill.repair import Repair
from bridge.directory.listing import NamesListing
from bridge.directory.refresh import STORING_SECONDS, NamesRefresh
from bridge.links.refresh import LinkRefresh
from bridge.links.secrets import SecretMissing, Secrets, SecretUnavailable
from bridge.links.tokens import PersonalToken
from bridge.outbox.held_release import HeldRelease
from bridge.outbox.overdue import settle_overdue
from bridge.outbox.overdue_actions import settle_overdue_actions
from bridge.settings import RefreshSettings
from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from bridge.slack.gateway import TIMEOUT_SECONDS, SlackGateway
from postbox.aside import reported
from postbox.directory.stores.changes import DirectoryChanges
from postbox.directory.stores.directories import Directories
from postbox.directory.stores.listings import Listings
from postbox.inbox.stores.backfills import Backfills
from postbox.links.link import LinkState
from postbox.links.stores.links import PERSONAL, Links
from postbox.logs import silence_libraries
from postbox.metrics import Counter
from postbox.outbox.action_receipts import ActionReceipts
from postbox.outbox.held import HeldMessages
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipts import Receipts
from postbox.store.aws import quick
from postbox.store.table import Table

Handler = Callable[[Mapping[str, Any], Any], dict[str, Any]]
T = TypeVar("T")

SCHEDULED = "Scheduled Event"


def create_handler(
    environment: Mapping[str, str],
    clock: Callable[[], float] = time.time,
    client: Callable[..., Any] = boto3.client,
    slack_timeout: float = TIMEOUT_SECONDS,
) -> Handler:
    """Return the handler for these settings; a missing one raises SettingMissing."""
    silence_libraries()
    settings = RefreshSettings.from_environment(environment)
    logger, counter = Logger(service="refresh"), Counter("refresh")
    aside = reported(logger, counter)
    table = Table(client("dynamodb", config=quick()), settings.table, aside=aside, sleep=time.sleep)
    secrets = Secrets(client("ssm", config=quick()), clock)
    tokens = PersonalToken(secrets, settings.token_parameter)
    slack = SlackGateway(settings.slack_api_url, slack_timeout)
    links, receipts, listings = Links(table), Receipts(table), Listings(table)
    action_receipts = ActionReceipts(table)
    refresh = LinkRefresh(
        tokens=tokens,
        slack=slack,
        links=links,
        default_conversation=settings.default_conversation,
        clock=clock,
    )
    names = NamesRefresh(
        listing=NamesListing(slack, listings, clock),
        listings=listings,
        directories=Directories(table),
        changes=DirectoryChanges(table),
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
    repair, backfills = Repair.of(table, slack, clock), Backfills(table)

    def handle(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
        def time_left() -> float:
            return float(context.get_remaining_time_in_millis()) / 1000

        asked = event.get("detail-type") != SCHEDULED
        before = links.get(PERSONAL)
        link, problem = _tried(lambda: refresh.refresh(is_new_token=asked))
        link = link or links.get(PERSONAL)
        is_active = link is not None and link.state is LinkState.ACTIVE
        released, given_up = release.look_after(PERSONAL, is_active=is_active)
        overdue = settle_overdue(receipts, PERSONAL, clock(), settings.max_message_age)
        undone = settle_overdue_actions(
            action_receipts, PERSONAL, clock(), settings.max_message_age
        )
        done = filled = None
        if link is not None and is_active and problem is None:
            token, to = tokens.of(PERSONAL), link
            if before is not None and before.state is LinkState.BROKEN:
                backfills.want(link.team_id, clock())
            # The repair leaves the names the time that they take.
            filled, problem = _tried(
                lambda: repair.fill(to, token, lambda: time_left() - STORING_SECONDS)
            )
            done, names_problem = _tried(lambda: names.refresh(to, token, time_left, asked=asked))
            problem = names_problem or problem
            default = names.conversations(link.team_id, refresh.default_name)
            link = refresh.with_default(link, default)
        report = {
            "linked": is_active,
            "problem": problem or (link.problem if link else "never linked"),
            "default_conversation_found": bool(link and link.default_conversation_id),
            "names": done,
            "filled": filled,
            "released": released,
            "given_up": given_up + len(overdue) + len(undone),
        }
        logger.info("refreshed", extra=report)
        if report["problem"]:
            counter.count("RefreshFailed")
        return report

    return handle


def _tried(call: Callable[[], T]) -> tuple[T | None, str | None]:
    """Return what came of it; or None and why Slack could not be asked, which the next run may."""
    try:
        return call(), None
    except SlackRefused as refused:
        return None, refused.code
    except (
        SlackLimited,
        SlackUnclear,
        SlackUnreachable,
        SecretMissing,
        SecretUnavailable,
    ) as error:
        return None, f"{type(error).__name__}: {error}"


@cache
def _handler() -> Handler:
    return create_handler(os.environ)


def lambda_handler(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Refresh on a schedule (EventBridge), or on any other event with the names listed anew."""
    return _handler()(event, context)
