"""What the person who runs Earshot can do about messages that were not posted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from local.cli.deployment import Deployed
from postbox.outbox.commands import SendMessage
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipt import Receipt
from postbox.outbox.receipts import Receipts
from postbox.outbox.records import command_in
from postbox.store.errors import MalformedRecord
from postbox.store.table import Table

HIDDEN_SECONDS = 30
AT_ONCE = 10


class CannotBeDone(ValueError):
    """There is no such letter, or it cannot be sent again; the message says which."""


@dataclass(frozen=True)
class DeadLetter:
    """One dead letter; `message` is None where nobody can read it."""

    handle: str
    message: SendMessage | None
    reason: str

    @property
    def id(self) -> str:
        """The message's id, or a dash."""
        return self.message.id if self.message else "-"


class DeadLetterBox:
    """The dead-letter queue, read without taking anything out."""

    def __init__(self, sqs: Any, url: str) -> None:
        """Read this queue."""
        self._sqs = sqs
        self._url = url

    def all(self) -> list[DeadLetter]:
        """Return every letter; each is then hidden from other readers for half a minute."""
        return list(self._receive())

    def show_again(self, letters: list[DeadLetter]) -> None:
        """Let other readers see these at once."""
        for letter in letters:
            self._sqs.change_message_visibility(
                QueueUrl=self._url, ReceiptHandle=letter.handle, VisibilityTimeout=0
            )

    def drop(self, letter: DeadLetter) -> None:
        """Remove a letter for good."""
        self._sqs.delete_message(QueueUrl=self._url, ReceiptHandle=letter.handle)

    def _receive(self) -> Iterator[DeadLetter]:
        while True:
            received = self._sqs.receive_message(
                QueueUrl=self._url,
                MaxNumberOfMessages=AT_ONCE,
                VisibilityTimeout=HIDDEN_SECONDS,
                MessageAttributeNames=["All"],
            ).get("Messages", [])
            if not received:
                return
            yield from map(_dead_letter, received)


def retry(letter: DeadLetter, receipts: Receipts, outbox: OutboxQueue, now: float) -> Receipt:
    """Send a dead letter's message anew, as spoken now: the old one was told as not sent."""
    if letter.message is None:
        raise CannotBeDone("This letter cannot be read, so it cannot be sent again.")
    message = replace(letter.message, id=f"{letter.message.id}.retry", spoken_at=now)
    receipt = receipts.open(message)
    outbox.send(message)
    return receipt


def retried(deployed: Deployed, message_id: str, now: float) -> str:
    """Send the message of a deployment's dead letter anew; return its new id."""
    sqs = deployed.client("sqs")
    letters = DeadLetterBox(sqs, deployed.dead_letter_url)
    letter = _picked(letters, message_id)
    receipts = Receipts(Table(deployed.client("dynamodb"), deployed.table))
    try:
        receipt = retry(letter, receipts, OutboxQueue(sqs, deployed.outbox_url), now)
    except CannotBeDone:
        letters.show_again([letter])
        raise
    letters.drop(letter)
    return receipt.command_id


def dropped(deployed: Deployed, message_id: str) -> None:
    """Remove a deployment's dead letter for good."""
    letters = DeadLetterBox(deployed.client("sqs"), deployed.dead_letter_url)
    letters.drop(_picked(letters, message_id))


def _picked(letters: DeadLetterBox, message_id: str) -> DeadLetter:
    dead = letters.all()
    chosen = [letter for letter in dead if letter.id == message_id]
    letters.show_again([letter for letter in dead if letter not in chosen[:1]])
    if not chosen:
        raise CannotBeDone(f"There is no dead letter {message_id}. See: earshot outbox list")
    return chosen[0]


def _dead_letter(received: dict[str, Any]) -> DeadLetter:
    try:
        content = command_in(received["Body"])
    except MalformedRecord:
        content = None
    # An action is worth nothing any more, and no message.
    message = content if isinstance(content, SendMessage) else None
    attributes = received.get("MessageAttributes", {})
    reason = attributes.get("reason", {}).get("StringValue", "given up by the queue")
    return DeadLetter(received["ReceiptHandle"], message, reason)
