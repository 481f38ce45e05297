"""The same thing twice is one thing: Alexa's requests, SQS's records, Slack's events."""

import threading
from typing import Any

import pytest

from local.workspace.team.entities import Change
from local.world.aws.event_source import record_of
from local.world.played import PlayedInProcess
from postbox.outbox.receipt import DeliveryState
from tests.delivery.observed import receipts, texts


def test_the_same_alexa_request_twice_is_one_post(world: PlayedInProcess):
    first = world.say("tell slack to send I'm giving the demo now")
    again = world.echo.repeat_last_request()
    world.advance(600)
    assert first.heard == again.heard == "Sent to general."
    assert texts(world) == ["I'm giving the demo now"]
    assert len(receipts(world)) == 1


def test_the_same_alexa_request_long_after_is_still_one_post(world):
    world.say("tell slack to send hello")
    world.advance(600)
    world.echo.repeat_last_request()
    world.advance(60)
    assert texts(world) == ["hello"]


def test_the_same_request_for_replies_twice_reads_the_same(world):
    world.say("tell slack to send hello")
    world.write("kevin", "#general", "one")
    world.settle()
    assert world.say("ask slack for replies").heard == "Kevin says: one"
    world.write("kevin", "#general", "two")
    world.settle()
    assert world.echo.repeat_last_request().heard == "Kevin says: one"
    assert world.say("ask slack for replies").heard == "Kevin says: two"


def captured_record(world: PlayedInProcess, *, wait: bool = True) -> dict:
    """Queue a message, and hold its record as a worker would get it."""
    cloud = world.parts.cloud
    world.parts.queue.poll = lambda: 0
    world.say("tell slack to send hello")
    received = cloud.client("sqs").receive_message(
        QueueUrl=cloud.outbox_url, AttributeNames=["All"]
    )
    return record_of(received["Messages"][0])


def test_the_same_sqs_record_twice_is_one_post(world):
    record = captured_record(world)
    for _ in range(3):
        assert world.parts.post({"Records": [record]}) == {"batchItemFailures": []}
    assert texts(world) == ["hello"]
    assert world.parts.workspace.calls["chat.postMessage"] == 1


@pytest.mark.parametrize("others", [1, 3])
def test_the_same_record_at_several_workers_at_once_is_one_post(world, others):
    record = captured_record(world)
    storing, go_on = threading.Event(), threading.Event()

    def hold(change: Change) -> None:
        if change.kind == "message":
            storing.set()
            go_on.wait()

    world.parts.workspace.subscribe(hold)
    answers: list[dict[str, Any]] = []
    first = threading.Thread(target=lambda: answers.append(world.parts.post({"Records": [record]})))
    first.start()
    storing.wait()
    came_back = [world.parts.post({"Records": [record]}) for _ in range(others)]
    go_on.set()
    first.join()
    assert texts(world) == ["hello"]
    assert world.parts.workspace.calls["chat.postMessage"] == 1
    assert answers == [{"batchItemFailures": []}]
    assert all(answer["batchItemFailures"] for answer in came_back)


def test_the_same_slack_event_three_times_under_two_ids_is_one_reply(world):
    world.say("tell slack to send hello")
    world.write("kevin", "#general", "Break a leg!")
    world.settle()
    envelope = world.parts.outlet.sent[-1]
    world.parts.outlet.redeliver(envelope, new_event_id=False)
    world.parts.outlet.redeliver(envelope, new_event_id=True)
    world.settle()
    assert world.say("ask slack for replies").heard == "Kevin says: Break a leg!"
    assert world.say("ask slack for replies").heard == "No new replies."
    world.parts.outlet.redeliver(envelope, new_event_id=True)
    world.settle()
    assert world.say("ask slack for replies").heard == "No new replies."


def test_a_record_of_a_settled_message_costs_no_call(world):
    record = captured_record(world)
    world.parts.post({"Records": [record]})
    before = sum(world.parts.workspace.calls.values())
    world.parts.post({"Records": [record]})
    assert sum(world.parts.workspace.calls.values()) == before
    assert receipts(world)[0].state is DeliveryState.CONFIRMED


def test_a_record_that_nobody_can_read_becomes_a_dead_letter(world):
    record = captured_record(world)
    answer = world.parts.post({"Records": [{**record, "body": "{}", "messageId": "m2"}]})
    assert answer == {"batchItemFailures": []}
    world.parts.post({"Records": [record]})
    assert texts(world) == ["hello"]
