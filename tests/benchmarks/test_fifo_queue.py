"""The benchmark's queue gives out messages as an SQS FIFO queue does."""

import pytest

from benchmarks.delivery.queue import FifoQueue
from local.world.clock import SteppedClock


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(0.0)


@pytest.fixture
def queue(clock) -> FifoQueue:
    queue = FifoQueue(clock)
    for number in range(12):
        send(queue, "A", f"a{number}")
    send(queue, "B", "b0")
    return queue


def send(queue: FifoQueue, group: str, name: str, url: str = "outbox") -> None:
    queue.send_message(
        QueueUrl=url, MessageBody=name, MessageGroupId=group, MessageDeduplicationId=name
    )


def hide(queue: FifoQueue, record: dict, seconds: int) -> None:
    queue.change_message_visibility(
        ReceiptHandle=record["receiptHandle"], VisibilityTimeout=seconds
    )


def bodies(records: list[dict]) -> list[str]:
    return [record["body"] for record in records]


def test_a_batch_is_the_first_ten_of_one_group(queue):
    assert bodies(queue.take("A")) == [f"a{number}" for number in range(10)]


def test_a_group_in_flight_gives_out_nothing_and_others_go_on(queue):
    queue.take("A")
    assert queue.take("A") == []
    assert bodies(queue.take("B")) == ["b0"]


def test_what_is_deleted_makes_room_for_what_comes_next(queue):
    for record in queue.take("A"):
        queue.forget(record)
    assert bodies(queue.take("A")) == ["a10", "a11"]


def test_a_message_that_was_handed_back_comes_again_first(queue, clock):
    records = queue.take("A")
    queue.forget(records[0])
    for record in records[1:]:
        hide(queue, record, 5)
    assert queue.due("A") == 5
    clock.step(4)
    assert queue.take("A") == []
    clock.step(1)
    assert bodies(queue.take("A"))[:2] == ["a1", "a2"]
    assert queue.take("A") == []


def test_a_message_nobody_spoke_of_comes_back_after_the_visibility_time(queue, clock):
    queue.take("A")
    clock.step(60)
    again = queue.take("A")
    assert again[0]["attributes"]["ApproximateReceiveCount"] == "2"


def test_the_same_message_twice_is_one(queue):
    send(queue, "B", "b0")
    assert bodies(queue.take("B")) == ["b0"]


def test_an_empty_group_is_never_due(queue):
    queue.forget(queue.take("B")[0])
    assert queue.due("B") is None
    assert queue.groups == ["A"]


def test_dead_letters_are_kept_apart(queue):
    send(queue, "x", "letter", url="dead-letters")
    assert queue.letters == ["letter"]
    assert queue.groups == ["A", "B"]
