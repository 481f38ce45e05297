"""An answer waits for few calls to the table, and for hardly more where much was said."""

import pytest

from local.conversations.steps import Setting
from local.world.played import PlayedInProcess, world_for
from tests.delivery.flaky import Flaky

AHEAD = ["batch_get_item", *["query"] * 5]
"""What requests of a kind always read is read together, at the same time."""
AFTER = ["transact_write_items", "put_item"]
"""What was told, and how far Slack is told that it was read."""


def calls_of_replies(world: PlayedInProcess, flaky: Flaky, text: str) -> list[str]:
    world.say("tell slack to send who is in")
    world.write("kevin", "#general", text)
    world.settle()
    calls: list[str] = []
    flaky.arm(lambda _number, operation: calls.append(operation))
    assert text in (world.say("ask slack for replies").heard or "")
    flaky.disarm()
    return calls


def test_replies_take_one_look_at_the_table_from_the_third_time_on():
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        for number in range(5):
            calls = calls_of_replies(world, flaky, f"me, {number}")
        assert calls == AHEAD + AFTER


@pytest.mark.parametrize("many", [45, 150])
def test_much_that_was_heard_within_the_last_minute_is_looked_through_once(many):
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        calls_of_replies(world, flaky, "me")
        for number in range(many):
            world.write("giselle", "#general", f"round {number}")
        world.settle()
        calls_of_replies(world, flaky, "me, too")
        calls = calls_of_replies(world, flaky, "and me")
        assert len(calls) <= len(AHEAD + AFTER) + 2 + many // 100
