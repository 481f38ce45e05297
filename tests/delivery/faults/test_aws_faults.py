"""DynamoDB and SQS throttle, refuse and lose answers; messages are posted once all the same."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from local.conversations.steps import Setting
from local.world.played import PlayedInProcess, world_for
from postbox.outbox.receipt import DeliveryState
from tests.delivery.flaky import Flaky, Trouble
from tests.delivery.observed import queued, receipts, texts

CALLS_OF_ONE_DELIVERY = 8


@contextmanager
def troubled(flaky: Flaky) -> Iterator[PlayedInProcess]:
    with world_for(Setting(), clients=flaky.clients) as world:
        yield world


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("nth", range(1, CALLS_OF_ONE_DELIVERY + 1))
def test_a_delivery_survives_trouble_at_any_of_its_table_calls(nth, trouble):
    flaky = Flaky("post", "dynamodb")
    with troubled(flaky) as world:
        flaky.arm(lambda number, _: trouble if number == nth else None)
        world.say("tell slack to send hello")
        world.advance(180)
        assert texts(world) == ["hello"]
        assert [receipt.state for receipt in receipts(world)] == [DeliveryState.CONFIRMED]
        assert queued(world) == 0


@pytest.mark.parametrize("trouble", Trouble)
def test_a_table_that_is_gone_for_minutes_only_delays(trouble):
    flaky = Flaky("post", "dynamodb")
    with troubled(flaky) as world:
        flaky.arm(lambda number, _: trouble)
        world.say("tell slack to send hello")
        world.advance(120)
        flaky.disarm()
        world.advance(120)
        assert texts(world) == ["hello"]
        assert queued(world) == 0


def test_a_message_that_the_queue_refuses_is_not_taken_and_never_posted():
    flaky = Flaky("skill", "sqs")
    with troubled(flaky) as world:
        flaky.arm(lambda number, operation: Trouble.REFUSED)
        said = world.say("tell slack to send hello")
        assert said.heard.startswith("I could not take your message. Nothing was sent.")
        flaky.disarm()
        world.advance(1200)
        assert texts(world) == []
        assert world.say("ask slack did it go through").heard.startswith("No.")


def test_a_message_that_the_queue_took_without_a_word_is_withdrawn_as_alexa_says():
    flaky = Flaky("skill", "sqs")
    with troubled(flaky) as world:
        flaky.arm(lambda number, operation: Trouble.ANSWER_LOST)
        said = world.say("tell slack to send hello")
        assert said.heard.startswith("I could not take your message. Nothing was sent.")
        world.advance(60)
        assert texts(world) == []
        assert queued(world) == 0


def test_what_nobody_knows_is_not_claimed_either_way():
    table, queue = Flaky("skill", "dynamodb"), Flaky("skill", "sqs")

    def clients(cloud):
        of_queue, of_table = queue.clients(cloud), table.clients(cloud)
        return lambda function, service, **options: (
            of_queue(function, service, **options)
            if service == "sqs"
            else of_table(function, service, **options)
        )

    with world_for(Setting(), clients=clients) as world:
        queue.arm(lambda number, operation: Trouble.ANSWER_LOST)
        table.arm(lambda number, operation: Trouble.REFUSED if queue.broken else None)
        said = world.say("tell slack to send hello")
        assert "can't tell whether it will be sent" in said.heard
        table.disarm()
        world.advance(60)
        assert texts(world) == ["hello"]
        assert world.say("ask slack did it go through").heard.startswith("Yes.")


@pytest.mark.parametrize("nth", range(1, 4))
def test_a_table_that_refuses_the_skill_never_makes_it_claim_more_than_is_true(nth):
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        flaky.arm(lambda number, _: Trouble.REFUSED if number >= nth else None)
        said = world.say("tell slack to send hello").heard
        flaky.disarm()
        world.advance(60)
        posted = texts(world) == ["hello"]
        not_taken = ("I could not take your message. Nothing was sent.", "I can't reach my mailbox")
        assert posted != said.startswith(not_taken)
        assert not said.startswith("Sent")


def test_reading_without_a_table_says_so_and_loses_nothing():
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        world.say("tell slack to send hello")
        world.write("kevin", "#general", "hi")
        world.settle()
        flaky.arm(lambda number, _: Trouble.REFUSED)
        assert "can't reach my mailbox" in world.say("ask slack for replies").heard
        flaky.disarm()
        assert world.say("ask slack for replies").heard == "Kevin says: hi"


@pytest.mark.parametrize("service", ["dynamodb", "ssm"])
def test_an_event_that_cannot_be_kept_is_sent_again_by_slack_and_kept_then(service):
    flaky = Flaky("receive", service)
    with troubled(flaky) as world:
        world.say("tell slack to send hello")
        world.advance(400)
        flaky.arm(lambda number, _: Trouble.REFUSED)
        world.write("kevin", "#general", "hi")
        world.settle()
        assert world.say("ask slack for replies").heard == "No replies."
        flaky.disarm()
        world.advance(90)
        assert world.say("ask slack for replies").heard == "Kevin says: hi"
