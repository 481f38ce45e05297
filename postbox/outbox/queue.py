"""The outbox (an SQS FIFO queue) and its dead letters."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from postbox.outbox.commands import Command
from postbox.store.codec import to_json
from postbox.store.errors import MailboxUnavailable

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


class OutboxQueue:
    """Where commands wait for Slack, in order within their group."""

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

    def send(self, command: Command, occasion: str = "") -> None:
        """Queue a command; the same one and occasion within five minutes counts once.

        An occasion tells a message that comes back (after it was held) from a repeated sending.
        """
        try:
            self._client.send_message(
                QueueUrl=self._url,
                MessageBody=to_json(command),
                MessageGroupId=command.group,
                MessageDeduplicationId=f"{command.id}{occasion}",
            )
        except (ClientError, BotoCoreError) as error:
            trouble = MailboxUnavailable(f"outbox: {type(error).__name__}")
            self._on_unavailable(trouble)
            raise trouble from error

    def postpone(self, receipt_handle: str, seconds: int) -> None:
        """Keep a received record out of sight for so long from now (its group waits with it)."""
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

    def bury(self, body: str, *, command_id: str, reason: str) -> None:
        """Set a message aside with the reason; burying it twice leaves one."""
        try:
            self._client.send_message(
                QueueUrl=self._url,
                MessageBody=body,
                MessageGroupId=command_id,
                MessageDeduplicationId=command_id,
                MessageAttributes={"reason": {"DataType": "String", "StringValue": reason}},
            )
        except (ClientError, BotoCoreError) as error:
            raise MailboxUnavailable(f"dead letters: {type(error).__name__}") from error
