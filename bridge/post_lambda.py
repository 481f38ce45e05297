"""The post Lambda: the outbox in, what it asks for in Slack out. Wires adapters, no more."""

from postbox import start

# isort: split
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from aws_lambda_powertools import Logger, Metrics

from bridge.links.deployed import deployed_tokens
from bridge.links.secrets import Secrets
from bridge.outbox.batches.batch import PostBatch
from bridge.outbox.batches.report import PostReport
from bridge.outbox.services import OutboxServices
from bridge.settings.post import PostSettings
from bridge.slack.gateway import SlackGateway
from bridge.slack.time_left import TIMEOUT_SECONDS
from postbox.links.link import Link
from postbox.logs import as_line, silence_libraries
from postbox.metrics import NAMESPACE, Counter, reported
from postbox.outbox.queue import DeadLetters, OutboxQueue
from postbox.store.aws import quick, timely
from postbox.store.table import Table
from postbox.time_left import seconds_left, within

Handler = Callable[[Mapping[str, Any], Any], dict[str, Any]]


def create_handler(
    environment: Mapping[str, str],
    clock: Callable[[], float] = time.time,
    client: Callable[..., Any] = timely,
    sleep: Callable[[float], None] = time.sleep,
    slack_timeout: float = TIMEOUT_SECONDS,
) -> Handler:
    """Return the handler for these settings; a missing one raises SettingMissing."""
    silence_libraries()
    settings = PostSettings.from_environment(environment)
    sqs = client("sqs", config=quick())
    logger = Logger(service="post", json_serializer=as_line)
    aside = reported(logger, Counter("post"))
    table = Table(client("dynamodb", config=quick()), settings.table, aside=aside, sleep=sleep)
    report = PostReport(logger, Metrics(namespace=NAMESPACE, service="post"), clock, aside)
    secrets = Secrets(client("ssm", config=quick()), clock)
    slack = SlackGateway(settings.slack_api_url, slack_timeout)

    def fetch_missed(link: Link, token: str) -> str:
        from bridge.backfill.repair import Repair  # noqa: PLC0415 - seldom asked for, and large

        return Repair.of(table, slack, clock).fill(link, token, seconds_left, asked=True)

    def leave(account_id: str) -> str:
        from bridge.links.account_end import AccountEnd  # noqa: PLC0415 - once in an account's life

        return AccountEnd.of(table, tokens, slack, clock).leave(account_id)

    tokens = deployed_tokens(
        settings.links,
        settings.token_parameter,
        secrets,
        table,
        slack,
        lambda: client("kms", config=quick()),
        clock,
    )
    services = OutboxServices.of(
        table,
        outbox=OutboxQueue(sqs, settings.outbox_url),
        tokens=tokens,
        slack=slack,
        fetch_missed=fetch_missed,
        clock=clock,
        max_message_age=settings.max_message_age,
    )
    services = replace(services, leave=leave) if settings.links else services
    batch = PostBatch(services, DeadLetters(sqs, settings.dead_letter_url), report)

    def handle(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
        with within(context):
            returned = batch.post(event["Records"], context.aws_request_id)
        report.flush()
        return {"batchItemFailures": [{"itemIdentifier": record_id} for record_id in returned]}

    return handle


@cache
def _handler() -> Handler:
    return create_handler(os.environ)


def lambda_handler(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Take a batch of SQS records; report those that have to come back."""
    return _handler()(event, context)


start.imported()
