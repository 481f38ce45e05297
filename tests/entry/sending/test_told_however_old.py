"""What was never settled is told, however long nobody looked after it."""

import pytest
from botocore.exceptions import ClientError

from local.conversations.steps import Setting
from local.world.played import PlayedInProcess, world_for
from postbox.links.stores.links import PERSONAL
from postbox.outbox.receipt import DeliveryState
from postbox.store import keys
from postbox.store.items import update
from tests.delivery.flaky import Flaky
from tests.delivery.observed import receipts
from tests.entry.faults.batches import lost, said_before_delivery
from tests.entry.talking import table

HOUR, DAY = 3600.0, 86_400.0
TOLD = "Your message to general was not sent: Slack could not be reached in time."


def look_after(world: PlayedInProcess) -> dict:
    return world.parts.refresh({"detail-type": "Scheduled Event"})


@pytest.mark.parametrize("seconds", [HOUR, 25 * HOUR, 9 * DAY])
def test_a_lost_message_is_told_of_however_long_the_upkeep_was_down(world, seconds):
    said_before_delivery(world, "tell slack to send the build is red")
    lost(world)
    world.parts.clock.step(seconds)
    assert look_after(world)["given_up"] == 1
    assert world.say("ask slack for replies").heard.startswith(TOLD)
    assert look_after(world)["given_up"] == 0


def test_with_an_age_of_half_a_day_a_lost_message_is_told_of():
    with world_for(Setting(), max_message_age=43_200) as world:
        said_before_delivery(world, "tell slack to send the build is red")
        lost(world)
        world.parts.clock.step(30 * HOUR)
        look_after(world)
        assert receipts(world)[0].state is DeliveryState.FAILED


def test_what_was_settled_long_ago_is_not_looked_at_again(world):
    world.say("tell slack to send one")
    world.parts.clock.step(3 * DAY)
    look_after(world)
    old = receipts(world)[0]
    key = keys.sent(PERSONAL, old.spoken_at, old.command_id)
    table(world).apply(update(key, {"state": "queued"}))
    assert look_after(world)["given_up"] == 0


def test_what_somebody_else_had_in_hand_is_looked_at_again():
    flaky = Flaky("refresh", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        said_before_delivery(world, "tell slack to send the build is red")
        lost(world)
        world.parts.clock.step(9 * DAY)
        overtaken: list[str] = []

        def breaks(_number: int, operation: str) -> None:
            if operation == "transact_write_items":
                overtaken.append(operation)
                code = {"Code": "ConditionalCheckFailedException", "Message": "no"}
                raise ClientError({"Error": code}, operation)

        flaky.arm(breaks)
        assert look_after(world)["given_up"] == 0
        assert overtaken
        flaky.disarm()
        assert look_after(world)["given_up"] == 1
        assert world.say("ask slack for replies").heard.startswith(TOLD)


def test_what_waits_keeps_the_net_looking_from_there_on(world):
    world.revoke()
    assert "keep the message" in world.say("tell slack to send one").heard
    assert look_after(world)["given_up"] == 0
    world.parts.clock.step(2 * DAY)
    assert look_after(world)["given_up"] == 1
    assert [receipt.state for receipt in receipts(world)] == [DeliveryState.FAILED]
