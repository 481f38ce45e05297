"""Batches taken from the queue, given to workers, and lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from local.world.aws.event_source import record_of
from local.world.played import PlayedInProcess


def said_before_delivery(world: PlayedInProcess, *sentences: str) -> None:
    with nothing_delivered(world):
        for sentence in sentences:
            world.say(sentence)


def batch_of(world: PlayedInProcess) -> dict[str, Any]:
    """Take all that is in the queue as one batch, as a worker would get it."""
    cloud = world.parts.cloud
    received = cloud.client("sqs").receive_message(
        QueueUrl=cloud.outbox_url, AttributeNames=["All"], MaxNumberOfMessages=10
    )
    return {"Records": [record_of(message) for message in received["Messages"]]}


def delivered(world: PlayedInProcess, records: dict[str, Any]) -> dict[str, Any]:
    """Give a batch to a worker, and forget what it does not want back."""
    answer = world.parts.post(records)
    wanted = {failure["itemIdentifier"] for failure in answer["batchItemFailures"]}
    for record in records["Records"]:
        if record["messageId"] not in wanted:
            world.parts.cloud.client("sqs").delete_message(
                QueueUrl=world.parts.cloud.outbox_url, ReceiptHandle=record["receiptHandle"]
            )
    return dict(answer)


def lost(world: PlayedInProcess) -> None:
    """Let the queue lose what is in it, and so much time pass that nothing comes of it."""
    for record in batch_of(world)["Records"]:
        world.parts.cloud.client("sqs").delete_message(
            QueueUrl=world.parts.cloud.outbox_url, ReceiptHandle=record["receiptHandle"]
        )


@contextmanager
def nothing_delivered(world: PlayedInProcess) -> Iterator[None]:
    """Let commands wait in the queue."""
    poll, world.parts.queue.poll = world.parts.queue.poll, lambda: 0
    yield
    world.parts.queue.poll = poll
