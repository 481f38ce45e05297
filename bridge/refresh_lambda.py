"""The refresh Lambda: link, waiting messages and names looked after. Wires, no more.

It runs every few minutes, and at once when the owner stores another token.
"""

from postbox import start

# isort: split
import os
import time
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger

from bridge.links.deployed import deployed_tokens
from bridge.links.refresh import LinkRefresh
from bridge.links.secrets import Secrets
from bridge.outbox.net import Net
from bridge.outbox.release import Release
from bridge.settings.refresh import RefreshSettings
from bridge.slack.gateway import SlackGateway
from bridge.slack.time_left import TIMEOUT_SECONDS
from bridge.upkeep.report import UpkeepReport
from bridge.upkeep.steps import Upkeep
from postbox.links.stores.links import PERSONAL, Links
from postbox.logs import as_line, silence_libraries
from postbox.metrics import Counter, reported
from postbox.outbox.held import HeldMessages
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipts import Receipts
from postbox.store.aws import quick, timely
from postbox.store.table import Table
from postbox.time_left import seconds_left, within

if TYPE_CHECKING:
    from bridge.backfill.repair import Repair
    from bridge.directory.refresh import NamesRefresh
    from postbox.inbox.stores.backfills import Backfills

Handler = Callable[[Mapping[str, Any], Any], dict[str, Any]]

SCHEDULED = "Scheduled Event"


def create_handler(
    environment: Mapping[str, str],
    clock: Callable[[], float] = time.time,
    client: Callable[..., Any] = timely,
    sleep: Callable[[float], None] = time.sleep,
    slack_timeout: float = TIMEOUT_SECONDS,
) -> Handler:
    """Return the handler for these settings; a missing one raises SettingMissing."""
    silence_libraries()
    settings = RefreshSettings.from_environment(environment)
    logger, counter = Logger(service="refresh", json_serializer=as_line), Counter("refresh")
    report, aside = UpkeepReport(logger, counter), reported(logger, counter)
    table = Table(client("dynamodb", config=quick()), settings.table, aside=aside, sleep=sleep)
    secrets = Secrets(client("ssm", config=quick()), clock)
    slack = SlackGateway(settings.slack_api_url, slack_timeout)
    tokens = deployed_tokens(
        settings.links,
        settings.token_parameter,
        secrets,
        table,
        slack,
        lambda: client("kms", config=quick()),
        clock,
    )
    links, receipts, held = Links(table), Receipts(table), HeldMessages(table)
    outbox = OutboxQueue(client("sqs", config=quick()), settings.outbox_url)

    def backfills() -> "Backfills":
        from postbox.inbox.stores.backfills import Backfills  # noqa: PLC0415

        return Backfills(table)

    # Without a link that works, names and gaps are not looked after.
    @cache
    def repair() -> "Repair":
        from bridge.backfill.repair import Repair  # noqa: PLC0415

        return Repair.of(table, slack, clock)

    @cache
    def names() -> "NamesRefresh":
        from bridge.directory.refresh import NamesRefresh  # noqa: PLC0415

        return NamesRefresh.of(table, slack, clock)

    def upkeep_of(link_id: str) -> Upkeep:
        return Upkeep(
            link_id=link_id,
            links=links,
            tokens=tokens,
            net=Net(receipts, held, links, clock, settings.max_message_age),
            refresh=LinkRefresh(
                tokens, slack, links, settings.default_conversation, clock, link_id
            ),
            release=Release(table, receipts, held, outbox),
            repair=repair,
            backfills=backfills,
            names=names,
            clock=clock,
            failed=report.failed,
        )

    def all_in_turn() -> dict[str, Any]:
        from bridge.links.deletion import Deletion  # noqa: PLC0415 - an owner alone has no turns
        from bridge.upkeep.turns import Turns  # noqa: PLC0415
        from postbox.links.stores.due import DueLinks  # noqa: PLC0415

        forgotten = Deletion(table, clock, seconds_left).run()
        turns = Turns(DueLinks(table), links, upkeep_of, clock, report.failed)
        return {"forgotten": dict(forgotten), **turns.run()}

    def handle(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
        with within(context):
            if settings.links:
                done = all_in_turn()
            else:
                done = upkeep_of(PERSONAL).run(asked=event.get("detail-type") != SCHEDULED)
        report.done(done)
        return done

    return handle


@cache
def _handler() -> Handler:
    return create_handler(os.environ)


def lambda_handler(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Refresh on a schedule (EventBridge), or on any other event with the names listed anew."""
    return _handler()(event, context)


start.imported()
