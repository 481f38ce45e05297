"""AWS in this process, by moto: the table, the queues and the parameters, on a clock of ours."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import boto3
from moto import mock_aws

REGION = "us-east-1"
TABLE = "earshot-local"
TOKEN_PARAMETER = "/earshot/local/slack/token"
SIGNING_SECRET_PARAMETER = "/earshot/local/slack/signing-secret"
SKILL_ID = "amzn1.ask.skill.local"
VISIBILITY_SECONDS = 60
MAX_RECEIVES = 1000


@dataclass
class MotoCloud:
    """The cloud's addresses, and clients for it."""

    outbox_url: str
    dead_letter_url: str
    _clients: dict[str, Any] = field(default_factory=dict)

    def client(self, service: str, **_options: Any) -> Any:
        """Return a client; one for each service, since making one takes long."""
        if service not in self._clients:
            make: Any = boto3.client
            self._clients[service] = make(service, region_name=REGION)
        return self._clients[service]

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
        }


@contextmanager
def moto_cloud(clock: Callable[[], float]) -> Iterator[MotoCloud]:
    """Run AWS in this process; its queues go by the given clock."""
    environment = {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "POWERTOOLS_LOG_LEVEL": "CRITICAL",
        "POWERTOOLS_METRICS_DISABLED": "true",
    }
    with (
        patch.dict("os.environ", environment),
        mock_aws(),
        patch("moto.sqs.models.unix_time", clock),
        patch("moto.sqs.models.unix_time_millis", lambda: clock() * 1000),
    ):
        yield _built()


def _built() -> MotoCloud:
    sqs = boto3.client("sqs", region_name=REGION)
    dead_letters = _fifo(sqs, "earshot-dead-letters-local.fifo", {})
    arn = sqs.get_queue_attributes(QueueUrl=dead_letters, AttributeNames=["QueueArn"])
    target = arn["Attributes"]["QueueArn"]
    outbox = _fifo(
        sqs,
        "earshot-outbox-local.fifo",
        {
            "VisibilityTimeout": str(VISIBILITY_SECONDS),
            "RedrivePolicy": json.dumps(
                {"deadLetterTargetArn": target, "maxReceiveCount": MAX_RECEIVES}
            ),
        },
    )
    cloud = MotoCloud(outbox, dead_letters, {"sqs": sqs})
    cloud.client("dynamodb").create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
    )
    return cloud


def _fifo(sqs: Any, name: str, attributes: Mapping[str, str]) -> str:
    answer = sqs.create_queue(QueueName=name, Attributes={"FifoQueue": "true", **attributes})
    return str(answer["QueueUrl"])
