"""The outbox (an SQS FIFO queue) and its dead letters."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from postbox.outbox.action import OutboundAction
from postbox.outbox.message import OutboundMessage
from postbox.store.codec import from_json, to_json
from postbox.store.errors import MailboxUnavailable

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


Outgoing = OutboundMessage | OutboundAction


def outgoing(body: str) -> Outgoing:
    """Return what a queue's record holds, or raise MalformedRecord."""
    # Of the two only an action has a kind.
    if _has_kind(body):
        return from_json(OutboundAction, body)
    return from_json(OutboundMessage, body)


class OutboxQueue:
    """Where messages and actions wait for Slack, in order within their group."""

    def __init__(
        self,
        client: "SQSClient",
        url: str,
        on_unavailable: Callable[[MailboxUnavailable], None] = lambda _trouble: None,
    ) -> None:
        """Use the FIFO queue at this address; be told of messages that it did not take."""
        self._client = client
        self._url = url
        self._on_unavailable = on_unavailable

    def send(self, message: Outgoing, occasion: str = "") -> None:
        """Queue a message or an action; the same one and occasion within five minutes counts once.

        An occasion tells a message that comes back (after it was held) from a repeated sending.
        """
        try:
            self._client.send_message(
                QueueUrl=self._url,
                MessageBody=to_json(message),
                MessageGroupId=message.group,
                MessageDeduplicationId=f"{message.id}{occasion}",
            )
        except (ClientError, BotoCoreError) as error:
            trouble = MailboxUnavailable(f"outbox: {type(error).__name__}")
            self._on_unavailable(trouble)
            raise trouble from error

    def postpone(self, receipt_handle: str, seconds: int) -> None:
        """Keep a received message out of sight for so long from now (its group waits with it)."""
        try:
            self._client.change_message_visibility(
                QueueUrl=self._url, ReceiptHandle=receipt_handle, VisibilityTimeout=seconds
            )
        except (ClientError, BotoCoreError) as error:
            raise MailboxUnavailable(f"outbox: {type(error).__name__}") from error


class DeadLetters:
    """Messages that will not be posted, kept for the person who runs Earshot."""

    def __init__(self, client: "SQSClient", url: str) -> None:
        """Use the FIFO queue at this address."""
        self._client = client
        self._url = url

    def bury(self, body: str, *, message_id: str, reason: str) -> None:
        """Set a message aside with the reason; burying it twice leaves one."""
        try:
            self._client.send_message(
                QueueUrl=self._url,
                MessageBody=body,
                MessageGroupId=message_id,
                MessageDeduplicationId=message_id,
                MessageAttributes={"reason": {"DataType": "String", "StringValue": reason}},
            )
        except (ClientError, BotoCoreError) as error:
            raise MailboxUnavailable(f"dead letters: {type(error).__name__}") from error


def _has_kind(body: str) -> bool:
    try:
        record = json.loads(body)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "kind" in record
