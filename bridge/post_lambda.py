"""The post Lambda: the outbox in, posts and actions in Slack out. Wires adapters, no more."""

import os
import time
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

import boto3
from aws_lambda_powertools import Logger, Metrics

from bridge.action_deadlines import lifetime
from bridge.action_delivery import ActionDelivery
from bridge.action_services import ActionServices
from bridge.bundles import Letter
from bridge.delays import pace
from bridge.delivery import deliver
from bridge.delivery_services import DeliveryServices
from bridge.outcome import Outcome
from bridge.post_batch import PostBatch
from bridge.post_report import PostReport
from bridge.repair import Repair
from bridge.secrets import Secrets
from bridge.settings import PostSettings
from bridge.slack_gateway import TIMEOUT_SECONDS, SlackGateway
from bridge.tokens import PersonalToken
from mailbox.aside import reported
from mailbox.aws import quick
from mailbox.deeds import Deeds
from mailbox.hearings import Hearings
from mailbox.held import HeldMessages
from mailbox.inbox import Inbox
from mailbox.links import Links
from mailbox.logs import silence_libraries
from mailbox.metrics import Counter
from mailbox.outbound import OutboundMessage
from mailbox.pauses import Pauses
from mailbox.queues import DeadLetters, OutboxQueue
from mailbox.receipts import Receipts
from mailbox.schedules import Schedules
from mailbox.table import Table
from mailbox.watches import Watches

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
    table = Table(client("dynamodb", config=quick()), settings.table, aside=aside)
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
        deeds=Deeds(table),
        schedules=Schedules(table),
        links=services.links,
        hearings=Hearings(table),
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

    def paced(letter: Letter) -> int:
        return pace(letter.received, lifetime(letter.content, max_age), max_age)

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
