"""What was deployed to MiniStack: names, addresses, and how to call it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from local.cloud.ministack import REGION, MiniStack

SERVICE = "earshot"
SCHEDULED = {"version": "0", "source": "aws.events", "detail-type": "Scheduled Event", "detail": {}}


class FunctionFailed(Exception):
    """A function raised, or ran out of time; the message holds what it said."""


@dataclass(frozen=True)
class Deployment:
    """A stage of Earshot on a running MiniStack."""

    stack: MiniStack
    stage: str
    table: str
    outbox_url: str
    dead_letter_url: str
    api_id: str
    events_url: str
    """Where Slack's events go; on this machine, by path."""
    token_parameter: str
    signing_secret_parameter: str
    region: str = REGION

    @classmethod
    def find(cls, stack: MiniStack, stage: str) -> "Deployment":
        """Return what is deployed as this stage; raises botocore's ClientError for none."""
        described = stack.client("cloudformation").describe_stacks(StackName=f"{SERVICE}-{stage}")
        outputs = {
            output["OutputKey"]: output["OutputValue"]
            for output in described["Stacks"][0]["Outputs"]
        }
        api = outputs["EventsApiId"]
        return cls(
            stack=stack,
            stage=stage,
            table=outputs["TableName"],
            outbox_url=outputs["OutboxUrl"],
            dead_letter_url=outputs["DeadLetterUrl"],
            api_id=api,
            events_url=f"{stack.endpoint}/_aws/execute-api/{api}/slack/events",
            token_parameter=outputs["TokenParameter"],
            signing_secret_parameter=outputs["SigningSecretParameter"],
        )

    @property
    def api_url(self) -> str:
        """Where the HTTP API is, on this machine by path; without a slash at its end."""
        return self.events_url.removesuffix("/slack/events")

    @property
    def endpoint(self) -> str:
        """What AWS clients take as their endpoint."""
        return self.stack.endpoint

    def client(self, service: str) -> Any:
        """Return a boto3 client for the cloud that it is deployed to."""
        return self.stack.client(service)

    def function(self, name: str) -> str:
        """Return the deployed name of a function: skill, post, receive or refresh."""
        return f"{SERVICE}-{self.stage}-{name}"

    def invoke(self, function: str, event: Mapping[str, Any]) -> dict[str, Any]:
        """Call a function as AWS would and return its answer; raises FunctionFailed."""
        answer = self.client("lambda").invoke(
            FunctionName=self.function(function), Payload=json.dumps(event).encode()
        )
        payload = json.loads(answer["Payload"].read() or "null")
        if "FunctionError" in answer:
            why = payload.get("errorMessage", payload) if isinstance(payload, dict) else payload
            raise FunctionFailed(f"The function {self.function(function)} failed: {why}")
        return payload if isinstance(payload, dict) else {}

    def invoke_refresh(self) -> dict[str, Any]:
        """Do at once what the schedule does every five minutes."""
        return self.invoke("refresh", SCHEDULED)

    def store_secrets(self, token: str, signing_secret: str) -> None:
        """Store the owner's secrets as the owner would.

        On AWS the new token starts the refresh function; MiniStack sends no such event.
        """
        self.put_secret(self.token_parameter, token)
        self.put_secret(self.signing_secret_parameter, signing_secret)

    def put_secret(self, name: str, value: str) -> None:
        """Store one secret."""
        self.client("ssm").put_parameter(
            Name=name, Value=value, Type="SecureString", Overwrite=True
        )

    def log(self, function: str, limit: int = 200) -> list[str]:
        """Return the newest lines of a function's log, oldest first."""
        found = self.client("logs").filter_log_events(
            logGroupName=f"/aws/lambda/{self.function(function)}"
        )
        return [event["message"].rstrip() for event in found["events"]][-limit:]

    def queued(self, *, in_hand: bool = False) -> int:
        """Return how many messages wait in the outbox, with those that a worker has `in_hand`."""
        names = ["ApproximateNumberOfMessages"]
        names += ["ApproximateNumberOfMessagesNotVisible"] if in_hand else []
        found = self.client("sqs").get_queue_attributes(
            QueueUrl=self.outbox_url, AttributeNames=names
        )
        return sum(int(found["Attributes"][name]) for name in names)

    def wipe(self) -> None:
        """Empty the table and the queues: what they hold is of an earlier run."""
        dynamodb, sqs = self.client("dynamodb"), self.client("sqs")
        pages = dynamodb.get_paginator("scan")
        found = pages.paginate(TableName=self.table, ProjectionExpression="pk, sk")
        for key in [key for page in found for key in page["Items"]]:
            dynamodb.delete_item(TableName=self.table, Key=key)
        for url in (self.outbox_url, self.dead_letter_url):
            sqs.purge_queue(QueueUrl=url)
