"""AWS in this process, by moto: the table, the queues and the parameters, on a clock of ours."""

import copy
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from inspect import currentframe
from types import FrameType
from typing import Any, Protocol
from unittest.mock import patch

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from moto import mock_aws
from moto.core.serialize import AttributePickerContext, XFormedAttributePicker
from moto.core.utils import method_names_from_class
from moto.dynamodb.models.table import Table

from bridge.outbox.delays import VISIBILITY_SECONDS, most_receives
from local.world.straight_calls import HANDLERS, StraightClient

REGION = "us-east-1"
TABLE = "earshot-local"
TOKEN_PARAMETER = "/earshot/local/slack/token"
SIGNING_SECRET_PARAMETER = "/earshot/local/slack/signing-secret"
SKILL_ID = "amzn1.ask.skill.local"
MAX_MESSAGE_AGE = 900
_CONFIG = Config(signature_version=UNSIGNED, user_agent="earshot")
"""moto looks at neither, and making them up takes a quarter of a call."""


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
        mock_aws(),
        patch("moto.sqs.models.unix_time", clock),
        patch("moto.sqs.models.unix_time_millis", lambda: clock() * 1000),
        patch("moto.sqs.models.Queue.pending_message_groups", property(_groups_in_flight)),
        patch("moto.core.responses.method_names_from_class", _method_names),
        patch("moto.core.serialize.XFormedAttributePicker.__call__", _picked),
        patch("moto.dynamodb.models.copy", _Copying()),
    ):
        yield _built()


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


# At each call moto looks a whole class through, and looks for each attribute of DynamoDB in ten
# places: a third of a call, and a world makes some hundreds of them.
_method_names = cache(method_names_from_class)
_pick = XFormedAttributePicker.__call__


def _picked(picker: XFormedAttributePicker, context: AttributePickerContext) -> Any:
    """Return a member of an answer; one of a DynamoDB value has its own name or is not there."""
    parent = getattr(context.shape, "parent", None)
    if type(context.obj) is dict and parent is not None and parent.name == "AttributeValue":
        return context.obj.get(context.key)
    return _pick(picker, context)


class _Copying:
    """Copies a table once for a transaction, where moto copies all of it for each write in it."""

    def __init__(self) -> None:
        self._copied: tuple[FrameType | None, Table, Table] | None = None

    def deepcopy(self, value: Any) -> Any:
        """Return a copy; of a table the same one to the same caller, who changes none meanwhile."""
        if not isinstance(value, Table):
            return copy.deepcopy(value)
        here = currentframe()
        caller = here.f_back if here else None
        known = self._copied
        if known is None or known[0] is not caller or known[1] is not value:
            known = self._copied = caller, value, copy.deepcopy(value)
        return known[2]

    def __getattr__(self, name: str) -> Any:
        return getattr(copy, name)


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
