"""The post Lambda: the outbox in, posts and actions in Slack out. Wires adapters, no more."""

import os
import time
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

import boto3
from aws_lambda_powertools import Logger, Metrics

from bridge.backfill.repair import Repair
from bridge.links.secrets import Secrets
from bridge.links.tokens import PersonalToken
from bridge.outbox.actions.deadlines import lifetime
from bridge.outbox.actions.delivery import ActionDelivery
from bridge.outbox.actions.services import ActionServices
from bridge.outbox.batch import PostBatch
from bridge.outbox.bundles import QueuedCommand
from bridge.outbox.delays import pace
from bridge.outbox.delivery import deliver
from bridge.outbox.delivery_services import DeliveryServices
from bridge.outbox.outcome import Outcome
from bridge.outbox.report import PostReport
from bridge.settings import PostSettings
from bridge.slack.gateway import TIMEOUT_SECONDS, SlackGateway
from postbox.aside import reported
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.read_states import ReadStates
from postbox.inbox.stores.watches import Watches
from postbox.links.stores.links import Links
from postbox.logs import silence_libraries
from postbox.metrics import Counter
from postbox.outbox.action_receipts import ActionReceipts
from postbox.outbox.held import HeldMessages
from postbox.outbox.message import OutboundMessage
from postbox.outbox.pauses import Pauses
from postbox.outbox.queue import DeadLetters, OutboxQueue
from postbox.outbox.receipts import Receipts
from postbox.outbox.schedules import Schedules
from postbox.store.aws import quick
from postbox.store.table import Table

Handler = Callable[[Mapping[str, Any], Any], dict[str, Any]]


def create_handler(
    environment: Mapping[str, str],
    clock: Callable[[], float] = time.time,
    client: Callable[..., Any] = boto3.client,
    slack_timeout: float = TIMEOUT_SECONDS,
) -> Handler:
    """Return the handler for these settings; a missing one raises SettingMissing."""
    silence_libraries()
    settings = PostSettings.from_environment(environment)
    sqs = client("sqs", config=quick())
    logger, counter = Logger(service="post"), Counter("post")
    aside = reported(logger, counter)
    table = Table(client("dynamodb", config=quick()), settings.table, aside=aside, sleep=time.sleep)
    secrets = Secrets(client("ssm", config=quick()), clock)
    services = DeliveryServices(
        receipts=Receipts(table),
        links=Links(table),
        held=HeldMessages(table),
        watches=Watches(table),
        pauses=Pauses(table),
        tokens=PersonalToken(secrets, settings.token_parameter),
        slack=SlackGateway(settings.slack_api_url, slack_timeout),
        clock=clock,
        max_message_age=settings.max_message_age,
    )
    outbox = OutboxQueue(sqs, settings.outbox_url)
    for_actions = ActionServices(
        action_receipts=ActionReceipts(table),
        schedules=Schedules(table),
        links=services.links,
        read_states=ReadStates(table),
        inbox=Inbox(table),
        watches=services.watches,
        receipts=services.receipts,
        outbox=outbox,
        tokens=services.tokens,
        slack=services.slack,
        direct_messages=services.direct_messages,
        fill=partial(Repair.of(table, services.slack, clock).fill, asked=True),
        clock=clock,
        max_message_age=settings.max_message_age,
    )
    dead_letters = DeadLetters(sqs, settings.dead_letter_url)
    max_age = settings.max_message_age
    report = PostReport(logger, Metrics(namespace="Earshot", service="post"), clock)

    def paced(queued: QueuedCommand) -> int:
        return pace(queued.received, lifetime(queued.content, max_age), max_age)

    def handle(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
        def deliver_one(message: OutboundMessage) -> Outcome:
            return deliver(message, services, context.aws_request_id, time_left)

        def time_left() -> float:
            return float(context.get_remaining_time_in_millis()) / 1000

        act = ActionDelivery(for_actions, time_left).act
        batch = PostBatch(outbox, dead_letters, deliver_one, act, report.attempt, paced)
        returned = batch.post(event["Records"])
        report.flush()
        return {"batchItemFailures": [{"itemIdentifier": each} for each in returned]}

    return handle


@cache
def _handler() -> Handler:
    return create_handler(os.environ)


def lambda_handler(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Take a batch of SQS records; report those that have to come back."""
    return _handler()(event, context)
