"""AWS in this process, by moto: the table, the queues and the parameters, on a clock of ours."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol
from unittest.mock import patch

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.table import Table

from bridge.outbox.delays import VISIBILITY_SECONDS, most_receives
from local.world.aws.faster import faster
from local.world.aws.faster.calls import HANDLERS, StraightClient
from local.world.aws.faster.tables import snapshot

REGION = "us-east-1"
TABLE = "earshot-local"
TOKEN_PARAMETER = "/earshot/local/slack/token"
SIGNING_SECRET_PARAMETER = "/earshot/local/slack/signing-secret"
ALEXA_SECRET_PARAMETER = "/earshot/local/alexa/client-secret"
SLACK_SECRET_PARAMETER = "/earshot/local/slack/client-secret"
ALEXA_CLIENT, ALEXA_SECRET, ALEXA_VENDOR = "alexa", "of-the-local-alexa", "M0LOCAL"
SKILL_ID = "amzn1.ask.skill.local"
MAX_MESSAGE_AGE = 900
_CONFIG = Config(signature_version=UNSIGNED, user_agent="earshot")
"""moto looks at neither, and making them up takes a quarter of a call."""


@dataclass(frozen=True)
class SlackOfPeople:
    """The Slack app that people consent to, and where they do."""

    client_id: str
    client_secret: str
    authorize_url: str


class Clients(Protocol):
    """Any cloud that has clients for its services."""

    def client(self, service: str) -> Any:
        """Return a client."""


@dataclass
class MotoCloud:
    """The cloud's addresses, and clients for it."""

    outbox_url: str
    dead_letter_url: str

    def client(self, service: str, **_options: Any) -> Any:
        """Return a client."""
        return _client(service)

    def put_parameter(self, name: str, value: str) -> None:
        """Store a secret as its owner would."""
        self.client("ssm").put_parameter(
            Name=name, Value=value, Type="SecureString", Overwrite=True
        )

    def table_held(self) -> Table:
        """Return what the table holds, which stays as it is now."""
        return snapshot(_tables()[TABLE])

    def hold(self, held: Table) -> None:
        """Let the table hold what `table_held` told, and nothing else."""
        _tables()[TABLE] = snapshot(held)

    def accounts_environment(self, slack: "SlackOfPeople", issuer: str) -> Mapping[str, str]:
        """Return what an Earshot for several people has beside that; what it names is made."""
        key = self.client("kms").create_key()["KeyMetadata"]["KeyId"]
        self.put_parameter(ALEXA_SECRET_PARAMETER, ALEXA_SECRET)
        self.put_parameter(SLACK_SECRET_PARAMETER, slack.client_secret)
        return {
            "EARSHOT_ACCOUNTS": "yes",
            "EARSHOT_ISSUER": issuer,
            "EARSHOT_ALEXA_CLIENT_ID": ALEXA_CLIENT,
            "EARSHOT_ALEXA_CLIENT_SECRET_PARAMETER": ALEXA_SECRET_PARAMETER,
            "EARSHOT_ALEXA_VENDOR_IDS": ALEXA_VENDOR,
            "EARSHOT_SLACK_AUTHORIZE_URL": slack.authorize_url,
            "EARSHOT_SLACK_CLIENT_ID": slack.client_id,
            "EARSHOT_SLACK_CLIENT_SECRET_PARAMETER": SLACK_SECRET_PARAMETER,
            "EARSHOT_SLACK_WORKSPACES": "",
            "EARSHOT_TOKEN_KEY": key,
        }

    def environment(
        self, slack_api_url: str, default_conversation: str, max_message_age: float
    ) -> Mapping[str, str]:
        """Return the variables that the functions are deployed with."""
        return {
            "EARSHOT_SKILL_ID": SKILL_ID,
            "EARSHOT_TABLE": TABLE,
            "EARSHOT_OUTBOX_URL": self.outbox_url,
            "EARSHOT_DEAD_LETTER_URL": self.dead_letter_url,
            "EARSHOT_SLACK_API_URL": slack_api_url,
            "EARSHOT_TOKEN_PARAMETER": TOKEN_PARAMETER,
            "EARSHOT_SIGNING_SECRET_PARAMETER": SIGNING_SECRET_PARAMETER,
            "EARSHOT_DEFAULT_CONVERSATION": default_conversation,
            "EARSHOT_MAX_MESSAGE_AGE": str(max_message_age),
            "EARSHOT_UNDO_SECONDS": "300",
            "EARSHOT_ALEXA_LOOPBACK": "yes",
            "EARSHOT_SUMMARIES_PER_DAY": "50",
            "EARSHOT_ACCOUNTS": "no",
        }


@contextmanager
def moto_cloud(clock: Callable[[], float], *, loud: bool = False) -> Iterator[MotoCloud]:
    """Run AWS in this process; its queues go by the given clock. Functions log when it is loud."""
    environment = {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "POWERTOOLS_LOG_LEVEL": "INFO" if loud else "CRITICAL",
        "POWERTOOLS_METRICS_DISABLED": "false" if loud else "true",
    }
    with (
        patch.dict("os.environ", environment),
        faster(),
        mock_aws(),
        patch("moto.sqs.models.unix_time", clock),
        patch("moto.sqs.models.unix_time_millis", lambda: clock() * 1000),
        patch("moto.sqs.models.Queue.pending_message_groups", property(_groups_in_flight)),
    ):
        yield _built()


def _tables() -> dict[str, Table]:
    tables: dict[str, Table] = dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION].tables
    return tables


@cache
def _client(service: str) -> Any:
    """Return the process's client for a service: making one takes longer than a whole world."""
    make: Any = boto3.client
    client = make(service, region_name=REGION, config=_CONFIG)
    return StraightClient(client) if service in HANDLERS else client


def _groups_in_flight(queue: Any) -> set[str]:
    """Return the groups that are kept back, as AWS keeps them: by messages that are in flight.

    moto counts messages that came back, too; of two that come back together it then delivers the
    later one first.
    """
    return {
        message.group_id
        for message in queue.pending_messages
        if message.group_id is not None and not message.visible
    }


def _built() -> MotoCloud:
    cloud = MotoCloud("", "")
    cloud.dead_letter_url = make_fifo(cloud, "earshot-dead-letters-local.fifo")
    cloud.outbox_url = make_fifo(cloud, "earshot-outbox-local.fifo", cloud.dead_letter_url)
    make_table(cloud, TABLE)
    return cloud


def make_fifo(cloud: Clients, name: str, dead_letter_url: str | None = None) -> str:
    """Make a queue as serverless.yml describes it, and return its address."""
    sqs = cloud.client("sqs")
    attributes = {"FifoQueue": "true"}
    if dead_letter_url:
        answer = sqs.get_queue_attributes(QueueUrl=dead_letter_url, AttributeNames=["QueueArn"])
        target = answer["Attributes"]["QueueArn"]
        redrive = {"deadLetterTargetArn": target, "maxReceiveCount": most_receives(MAX_MESSAGE_AGE)}
        attributes["RedrivePolicy"] = json.dumps(redrive)
        attributes["VisibilityTimeout"] = str(VISIBILITY_SECONDS)
    return str(sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"])


def make_table(cloud: Clients, name: str) -> str:
    """Make a table as serverless.yml describes it, and return its name."""
    keys = {"pk": "HASH", "sk": "RANGE"}
    cloud.client("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": key, "KeyType": kind} for key, kind in keys.items()],
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in keys],
    )
    return name
