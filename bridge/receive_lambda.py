"""The receive Lambda: Slack's events in, the inbox kept. Wires settings and adapters, no more."""

from postbox import start

# isort: split
import os
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger

from bridge.events.intake import Intake
from bridge.events.own_app import OwnApp
from bridge.events.request import NOT_KEPT, receive
from bridge.events.services import ReceiveServices
from bridge.links.secrets import Secrets
from bridge.settings.receive import ReceiveSettings
from postbox.inbox.stores.inbox import Inbox
from postbox.links.stores.apps import Apps
from postbox.links.stores.links import Links
from postbox.logs import as_line, silence_libraries
from postbox.metrics import Counter, reported
from postbox.store.aws import quick, timely
from postbox.store.table import Table
from postbox.time_left import shared, within

if TYPE_CHECKING:
    from bridge.events.directory_intake import DirectoryIntake
    from bridge.events.mailboxes import Mailboxes, Together
    from postbox.inbox.stores.backfills import Backfills
    from postbox.inbox.stores.reactions import Reactions

Handler = Callable[[Mapping[str, Any], Any], dict[str, Any]]

MOST_TOGETHER = 8
"""So many mailboxes are written to at the same time."""


def create_handler(
    environment: Mapping[str, str],
    clock: Callable[[], float] = time.time,
    client: Callable[..., Any] = timely,
    sleep: Callable[[float], None] = time.sleep,
    together: "Together" = map,
) -> Handler:
    """Return the handler for these settings; a missing one raises SettingMissing."""
    silence_libraries()
    settings = ReceiveSettings.from_environment(environment)
    logger, counter = Logger(service="receive", json_serializer=as_line), Counter("receive")
    aside = reported(logger, counter)
    table = Table(client("dynamodb", config=quick()), settings.table, aside=aside, sleep=sleep)
    secrets = Secrets(client("ssm", config=quick()), clock)
    links = Links(table)

    def signing_secret() -> str:
        return secrets.get(settings.signing_secret_parameter)

    @cache
    def reactions() -> "Reactions":
        from postbox.inbox.stores.reactions import Reactions  # noqa: PLC0415

        return Reactions(table)

    @cache
    def backfills() -> "Backfills":
        from postbox.inbox.stores.backfills import Backfills  # noqa: PLC0415

        return Backfills(table)

    @cache
    def directory() -> "DirectoryIntake":
        from bridge.events.directory_intake import DirectoryIntake  # noqa: PLC0415

        return DirectoryIntake.into(table, links, clock)

    @cache
    def mailboxes() -> "Mailboxes":
        from bridge.events.mailboxes import Mailboxes  # noqa: PLC0415 - an owner alone has one

        return Mailboxes.of(table, shared(together))

    services = ReceiveServices(
        signing_secret=signing_secret,
        intake=Intake.into(table, clock),
        inbox=Inbox(table),
        backfills=backfills,
        reactions=reactions,
        links=links,
        directory=directory,
        mailboxes=mailboxes,
        own_app=OwnApp(Apps(table), signing_secret),
        aside=aside,
        clock=clock,
    )

    def handle(request: Mapping[str, Any], context: Any) -> dict[str, Any]:
        with within(context):
            reply = receive(request, services)
        facts = {"status": reply.status, "done": reply.done, "event_id": reply.event_id}
        logger.info("received", extra=facts)
        if reply.status == NOT_KEPT:
            counter.count("EventNotKept")
        if reply.is_unknown:
            counter.count("UnknownKindOfMessage")
        return {
            "statusCode": reply.status,
            "headers": {"content-type": "text/plain; charset=utf-8"},
            "body": reply.body,
        }

    return handle


@cache
def _handler() -> Handler:
    return create_handler(os.environ, together=ThreadPoolExecutor(MOST_TOGETHER).map)


def lambda_handler(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Answer one request of the HTTP API."""
    return _handler()(event, context)


start.imported()
