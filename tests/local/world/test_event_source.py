"""Between a FIFO queue and a function: as Lambda's event source mapping does it."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from local.world.aws.event_source import EventSource
from local.world.aws.moto_cloud import VISIBILITY_SECONDS, MotoCloud, moto_cloud
from local.world.clock import SteppedClock


@dataclass
class Queue:
    """The outbox, and a function behind it that fails for what it is told to."""

    cloud: MotoCloud
    clock: SteppedClock
    failing: set[str] = field(default_factory=set)
    batches: list[list[str]] = field(default_factory=list)
    events: list[Mapping[str, Any]] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        """Listen to the outbox."""
        self.source = EventSource(self.cloud.client("sqs"), self.cloud.outbox_url, self.invoke)

    def put(self, group: str, *bodies: str) -> None:
        for body in bodies:
            self.cloud.client("sqs").send_message(
                QueueUrl=self.cloud.outbox_url,
                MessageBody=body,
                MessageGroupId=group,
                MessageDeduplicationId=str(next(self._numbers)),
            )

    def invoke(self, event: Mapping[str, Any]) -> Mapping[str, Any]:
        self.events.append(event)
        self.batches.append([record["body"] for record in event["Records"]])
        failed = [record for record in event["Records"] if record["body"] in self.failing]
        return {"batchItemFailures": [{"itemIdentifier": record["messageId"]} for record in failed]}

    def delivered(self) -> list[str]:
        return [body for batch in self.batches for body in batch]

    def left(self) -> int:
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        attributes = self.cloud.client("sqs").get_queue_attributes(
            QueueUrl=self.cloud.outbox_url, AttributeNames=names
        )["Attributes"]
        return sum(int(attributes[name]) for name in names)


@pytest.fixture
def queue():
    clock = SteppedClock(1_790_000_000.0)
    with moto_cloud(clock) as cloud:
        yield Queue(cloud, clock)


def test_from_an_empty_queue_nothing_is_delivered(queue):
    assert queue.source.poll() == 0
    assert queue.batches == []


def test_a_batch_is_delivered_in_order_and_then_gone(queue):
    queue.put("general", "one", "two")
    queue.put("random", "three")
    assert queue.source.poll() == 3
    assert queue.batches == [["one", "two", "three"]]
    assert queue.left() == 0
    queue.clock.step(VISIBILITY_SECONDS + 1)
    assert queue.source.poll() == 0


def test_at_most_ten_come_at_a_time(queue):
    queue.put("general", *(str(number) for number in range(12)))
    assert [queue.source.poll() for _ in range(3)] == [10, 2, 0]
    assert queue.delivered() == [str(number) for number in range(12)]


def test_what_the_function_reports_as_failed_comes_back_and_the_rest_does_not(queue):
    queue.failing = {"two"}
    queue.put("general", "one")
    queue.put("random", "two")
    assert queue.source.poll() == 2
    assert queue.left() == 1
    queue.failing = set()
    queue.clock.step(VISIBILITY_SECONDS + 1)
    assert queue.source.poll() == 1
    assert queue.batches == [["one", "two"], ["two"]]
    assert queue.left() == 0


def test_a_failed_message_keeps_its_own_group_back_and_no_other(queue):
    queue.failing = {"one"}
    queue.put("general", "one")
    assert queue.source.poll() == 1
    queue.put("general", "two")
    queue.put("random", "three")
    assert queue.source.poll() == 1
    assert queue.batches == [["one"], ["three"]]
    queue.failing = set()
    queue.clock.step(VISIBILITY_SECONDS + 1)
    assert queue.source.poll() == 2
    assert queue.batches[-1] == ["one", "two"]


def test_two_that_come_back_together_come_in_their_order(queue):
    queue.failing = {"one", "two"}
    queue.put("general", "one", "two")
    queue.source.poll()
    queue.failing = set()
    queue.clock.step(VISIBILITY_SECONDS + 1)
    while queue.source.poll():
        pass
    assert queue.delivered() == ["one", "two", "one", "two"]


def test_when_the_function_raises_nothing_is_lost(queue):
    def raise_an_error(_event: Mapping[str, Any]) -> Mapping[str, Any]:
        raise RuntimeError("out of memory")

    queue.put("general", "one")
    broken = EventSource(queue.cloud.client("sqs"), queue.cloud.outbox_url, raise_an_error)
    with pytest.raises(RuntimeError):
        broken.poll()
    queue.clock.step(VISIBILITY_SECONDS + 1)
    assert queue.source.poll() == 1
    assert queue.batches == [["one"]]


def test_a_record_has_what_lambda_hands_over(queue):
    queue.put("general", "hello & <bye> 🎉")
    queue.source.poll()
    (record,) = queue.events[0]["Records"]
    assert record["body"] == "hello & <bye> 🎉"
    assert record["eventSource"] == "aws:sqs"
    assert record["messageId"]
    assert record["receiptHandle"]
    assert record["attributes"]["MessageGroupId"] == "general"
    assert record["attributes"]["ApproximateReceiveCount"] == "1"
