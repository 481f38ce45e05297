"""What Lambda's event source mapping does between an SQS FIFO queue and a function."""

from collections.abc import Callable, Mapping
from typing import Any

BATCH = 10
COUNTS = (
    "ApproximateNumberOfMessages",
    "ApproximateNumberOfMessagesNotVisible",
    "ApproximateNumberOfMessagesDelayed",
)
Invoke = Callable[[Mapping[str, Any]], Mapping[str, Any]]


class EventSource:
    """Hands batches to a function and deletes what it does not report as failed."""

    def __init__(self, sqs: Any, queue_url: str, invoke: Invoke) -> None:
        """Poll this queue for this function."""
        self._sqs = sqs
        self._queue_url = queue_url
        self._invoke = invoke

    def poll(self) -> int:
        """Deliver one batch; return how many records it had."""
        messages = self._sqs.receive_message(
            QueueUrl=self._queue_url,
            MaxNumberOfMessages=BATCH,
            AttributeNames=["All"],
            MessageAttributeNames=["All"],
        ).get("Messages", [])
        if not messages:
            return 0
        answer = self._invoke({"Records": [record_of(message) for message in messages]})
        failed = {failure["itemIdentifier"] for failure in answer["batchItemFailures"]}
        for message in messages:
            if message["MessageId"] not in failed:
                self._sqs.delete_message(
                    QueueUrl=self._queue_url, ReceiptHandle=message["ReceiptHandle"]
                )
        return len(messages)

    def is_empty(self) -> bool:
        """Whether nothing is in the queue: to be received, under way, or put off."""
        asked = self._sqs.get_queue_attributes(
            QueueUrl=self._queue_url, AttributeNames=list(COUNTS)
        )["Attributes"]
        return not any(int(asked[count]) for count in COUNTS)


def record_of(message: Mapping[str, Any]) -> dict[str, Any]:
    """Return a received message as a Lambda function sees it."""
    return {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": message.get("Attributes", {}),
        "messageAttributes": message.get("MessageAttributes", {}),
        "eventSource": "aws:sqs",
        "awsRegion": "us-east-1",
    }
