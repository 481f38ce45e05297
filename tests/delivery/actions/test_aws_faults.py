"""DynamoDB and SQS throttle, refuse and lose answers; actions are done once all the same."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import world_for
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState
from postbox.store.table import Table
from tests.delivery.actions.conftest import Scene
from tests.delivery.flaky import Flaky, Trouble
from tests.delivery.observed import queued, texts

MOST_CALLS = 8


@contextmanager
def troubled(flaky: Flaky) -> Iterator[Scene]:
    with world_for(Setting(), clients=flaky.clients) as world:
        yield Scene(world, Table(world.parts.cloud.client("dynamodb"), TABLE))


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("nth", range(1, MOST_CALLS + 1))
def test_scheduling_and_taking_back_survive_trouble_at_any_table_call(nth, trouble):
    flaky = Flaky("post", "dynamodb")
    with troubled(flaky) as scene:
        flaky.arm(lambda number, _: trouble if number == nth else None)
        post_at = float(int(scene.clock()) + 3600)
        first = scene.do(CommandKind.SCHEDULE_MESSAGE, text="lunch", post_at=post_at)
        scene.world.advance(120)
        assert scene.receipt(first).state is DeliveryState.CONFIRMED
        (kept,) = scene.workspace.scheduled()
        assert scene.scheduled(first).scheduled_id == kept.id
        flaky.arm(lambda number, _: trouble if number == nth else None)
        back = scene.do(CommandKind.CANCEL_SCHEDULED, post_at=post_at, scheduled_by=first.id)
        scene.world.advance(120)
        assert scene.receipt(back).state is DeliveryState.CONFIRMED
        assert (scene.workspace.scheduled(), scene.scheduled(first)) == ([], None)
        assert (scene.notices(), queued(scene.world)) == ([], 0)


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("nth", range(1, MOST_CALLS + 1))
def test_an_action_that_fails_is_told_once_through_trouble_at_any_table_call(nth, trouble):
    flaky = Flaky("post", "dynamodb")
    with troubled(flaky) as scene:
        scene.world.fail("invalid_name until cleared", "reactions.add")
        flaky.arm(lambda number, _: trouble if number == nth else None)
        action = scene.do(CommandKind.ADD_REACTION, ts=scene.post(), emoji="x")
        scene.world.advance(120)
        assert scene.receipt(action).state is DeliveryState.FAILED
        assert (len(scene.notices()), queued(scene.world)) == (1, 0)


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("nth", range(1, MOST_CALLS + 1))
def test_marks_survive_trouble_at_any_table_call(nth, trouble):
    flaky = Flaky("post", "dynamodb")
    with troubled(flaky) as scene:
        flaky.arm(lambda number, _: trouble if number == nth else None)
        first, second = (scene.post(author="Kevin") for _ in range(2))
        scene.do(CommandKind.MARK_READ, ts=second)
        scene.do(CommandKind.MARK_UNREAD, ts=first)
        scene.world.advance(120)
        assert (scene.last_read(), queued(scene.world)) == (first, 0)


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("nth", range(1, 4))
def test_what_is_posted_instead_is_posted_once_through_trouble_of_the_queue(nth, trouble):
    flaky = Flaky("post", "sqs")
    with troubled(flaky) as scene:
        flaky.arm(lambda number, _: trouble if number == nth else None)
        scene.world.fail("time_in_past until cleared", "chat.scheduleMessage")
        post_at = float(int(scene.clock()) + 5)
        action = scene.do(CommandKind.SCHEDULE_MESSAGE, text="lunch", post_at=post_at)
        scene.world.advance(200)
        assert texts(scene.world) == ["lunch"]
        assert scene.receipt(action).state is DeliveryState.CONFIRMED
        assert queued(scene.world) == 0
