"""No call to Slack is begun that the function might not live to hear the answer of."""

from collections import Counter
from collections.abc import Callable

import pytest

from bridge import post_lambda, refresh_lambda
from bridge.slack.time_left import CALL_SECONDS
from local.world.aws.lambda_context import LambdaContext
from local.world.played import PlayedInProcess
from tests.delivery.observed import queued, receipts, texts

SLOW = 3.9
"""Seconds that a call takes; just within Slack's time-out."""


class Slow(Counter[str]):
    """Counts calls; each takes its time, and what was left when it began is noted."""

    def __init__(self, world: PlayedInProcess, context: LambdaContext) -> None:
        super().__init__()
        self._clock = world.parts.clock
        self._context = context
        self.left: list[float] = []

    def __setitem__(self, method: str, count: int) -> None:
        self.left.append(self._context.get_remaining_time_in_millis() / 1000)
        self._clock.step(SLOW)
        super().__setitem__(method, count)


def slowed(world: PlayedInProcess, seconds: float) -> tuple[Slow, LambdaContext]:
    clock = world.parts.clock
    context = LambdaContext("slow", "invocation-1", clock() + seconds, clock)
    world.parts.workspace.calls = Slow(world, context)
    return world.parts.workspace.calls, context


def handler_of(world: PlayedInProcess, create: Callable) -> Callable:
    return create(world.parts.environment, world.parts.clock, world.parts.cloud.client)


def test_a_long_read_back_leaves_the_rest_to_the_next_invocation(world: PlayedInProcess):
    world.fail("500 after storing")
    general = world.parts.workspace.find_conversation("#general")
    kevin = world.parts.workspace.find_person("Kevin")
    assert world.say("tell slack to send hello").heard == "On its way to general."
    for number in range(900):
        world.parts.workspace.post(kevin, general, f"{number}")
    world.parts.clock.step(4)
    calls, context = slowed(world, 10)
    deliver, taken = handler_of(world, post_lambda.create_handler), []
    world.parts.queue._invoke = lambda event: taken.append(deliver(event, context)) or taken[-1]
    world.parts.queue.poll()
    assert calls.left
    assert min(calls.left) >= CALL_SECONDS
    assert taken[0]["batchItemFailures"]
    assert queued(world) == 1


def test_the_upkeep_begins_no_call_that_it_may_not_outlive(world):
    calls, context = slowed(world, 45)
    refresh = handler_of(world, refresh_lambda.create_handler)
    assert refresh({"detail-type": "Scheduled Event"}, context)["linked"]
    assert len(calls.left) > 1
    assert min(calls.left) >= CALL_SECONDS


@pytest.mark.parametrize("seconds", [0.5, CALL_SECONDS - 0.1])
def test_a_function_without_time_asks_slack_nothing_and_takes_nothing(world, seconds):
    poll, world.parts.queue.poll = world.parts.queue.poll, lambda: 0
    world.say("tell slack to send hello")
    world.parts.queue.poll = poll
    calls, context = slowed(world, seconds)
    deliver = handler_of(world, post_lambda.create_handler)
    invoke = world.parts.queue._invoke
    world.parts.queue._invoke = lambda event: deliver(event, context)
    world.parts.queue.poll()
    assert calls.left == []
    assert [receipt.attempts for receipt in receipts(world)] == [0]
    world.parts.workspace.calls = Counter()
    world.parts.queue._invoke = invoke
    world.advance(30)
    assert texts(world) == ["hello"]
