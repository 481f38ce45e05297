"""Slack's limits: waited out in the queue, in order, without a call or a second too many."""

from collections.abc import Iterator

import pytest

from local.world.aws.moto_cloud import moto_cloud
from local.world.clock import SteppedClock
from postbox.outbox.receipt import DeliveryState, FailureReason
from tests.delivery.promised_world import MAX_AGE, PromisedWorld


@pytest.fixture
def world() -> Iterator[PromisedWorld]:
    clock = SteppedClock(1_790_000_000.0)
    with moto_cloud(clock) as cloud:
        world = PromisedWorld(clock, cloud)
        yield world
        world.close()


def posts(world: PromisedWorld) -> int:
    return world.workspace.calls["chat.postMessage"]


def test_a_limited_conversation_waits_and_the_others_go_on(world):
    world.workspace.limits.post_burst = 2
    for _ in range(6):
        world.enqueue("Giselle", "general")
    world.enqueue("Giselle", "random")
    world.work()
    assert len(world.texts("general")) == 2
    assert world.texts("random") == ["message 6"]
    world.pass_time(30, step=1)
    assert world.texts("general") == [f"message {number}" for number in range(6)]


def test_nothing_is_asked_of_slack_before_its_time_is_over(world):
    world.fail_slack("429 for 20 s")
    world.enqueue("Giselle", "general")
    world.work()
    world.pass_time(18, step=1)
    assert posts(world) == 1
    world.pass_time(5, step=1)
    assert world.texts("general") == ["message 0"]
    assert posts(world) == 2


def test_a_limit_of_the_whole_workspace_holds_back_every_conversation(world):
    world.fail_slack("429 for 20 s")
    for place in ("general", "random"):
        for name in ("Giselle", "Kevin"):
            world.enqueue(name, place)
    world.work()
    world.pass_time(18, step=1)
    assert posts(world) == 1
    world.pass_time(10, step=1)
    assert world.texts("general") == ["message 0", "message 1"]
    assert world.texts("random") == ["message 2", "message 3"]


def test_a_limit_that_never_ends_is_asked_less_and_less_and_told_in_the_end(world):
    world.fail_slack("429 until cleared")
    world.enqueue("Giselle", "general")
    world.work()
    world.pass_time(MAX_AGE + 60, step=1)
    (spoken,) = world.spoken
    receipt = world.receipt(spoken.message)
    assert receipt is not None
    assert (receipt.state, receipt.reason) == (DeliveryState.FAILED, FailureReason.TOO_OLD)
    assert posts(world) < 100
    assert [notice.command_id for notice in world.untold("Giselle")] == [spoken.message.id]


def test_a_failing_slack_is_asked_with_growing_delays(world):
    world.fail_slack("503 until cleared")
    world.enqueue("Giselle", "general")
    world.work()
    world.pass_time(MAX_AGE + 60, step=1)
    assert posts(world) < 12


def test_a_message_whose_turn_comes_too_late_is_not_posted(world):
    world.fail_slack("429 for 290 s")
    world.enqueue("Giselle", "general")
    world.enqueue("Giselle", "general")
    world.work()
    world.pass_time(MAX_AGE - 20, step=5)
    world.workspace.limits.post_burst = 1
    world.fail_slack("429 for 60 s")
    world.pass_time(120, step=1)
    assert world.texts("general") == []
    assert len(world.untold("Giselle")) == 2


def test_a_broken_link_keeps_nobody_elses_messages_back(world):
    world.revoke("Giselle")
    world.enqueue("Giselle", "general")
    world.enqueue("Kevin", "general")
    world.enqueue("Giselle", "general")
    world.work()
    assert world.texts("general") == ["message 1"]
    world.link("Giselle")
    world.look_after("Giselle")
    world.work()
    assert world.texts("general") == ["message 1", "message 0", "message 2"]


def test_a_broken_link_costs_one_call(world):
    world.revoke("Giselle")
    for _ in range(5):
        world.enqueue("Giselle", "general")
    world.work()
    world.pass_time(200)
    assert posts(world) == 1


def test_a_dead_letter_has_its_reason(world):
    world.fail_slack("is_archived")
    world.enqueue("Giselle", "general")
    world.work()
    received = world.cloud.client("sqs").receive_message(
        QueueUrl=world.dead_letters_url, MessageAttributeNames=["All"]
    )
    (letter,) = received["Messages"]
    assert letter["MessageAttributes"]["reason"]["StringValue"] == "is_archived"
    assert "message 0" in letter["Body"]


def test_a_limit_on_reading_back_holds_back_only_the_message_in_doubt(world):
    world.fail_slack("drops the answer")
    world.fail_slack("429 for 60 s", "conversations.history")
    world.enqueue("Giselle", "general")
    world.work()
    world.pass_time(10, step=1)
    world.enqueue("Kevin", "random")
    world.work()
    assert world.texts("random") == ["message 1"]
    assert posts(world) == 2
    world.pass_time(90, step=1)
    assert world.texts("general") == ["message 0"]
    assert posts(world) == 2
