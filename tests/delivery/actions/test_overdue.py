"""An action that the queue lost is told about in the end."""

from typing import Any

import pytest

from postbox.outbox import receipt_life
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState, FailureReason
from tests.delivery.actions.conftest import Scene


def lost(scene: Scene, kind: CommandKind, **details) -> Any:
    """Return an action that has a receipt, and never comes out of the queue."""
    action = scene.action(kind, ts=scene.post(), **details)
    scene.receipts.open(action)
    return action


def test_what_nobody_tried_failed(scene: Scene):
    action = lost(scene, CommandKind.ADD_REACTION, emoji="tada")
    scene.world.advance(1200)
    assert scene.receipt(action).state is DeliveryState.QUEUED
    scene.world.advance(900)
    action_receipt = scene.receipt(action)
    assert (action_receipt.state, action_receipt.reason) == (
        DeliveryState.FAILED,
        FailureReason.TOO_OLD,
    )
    assert [notice.command_id for notice in scene.notices()] == [action.id]


def test_what_a_worker_may_have_done_is_in_doubt(scene: Scene):
    action = lost(scene, CommandKind.DELETE_MESSAGE)
    action_receipt = scene.receipt(action)
    claimed = receipt_life.claim(action_receipt, "worker", scene.clock(), 15)
    scene.receipts.save(action_receipt, claimed)
    scene.world.advance(2400)
    assert scene.receipt(action).state is DeliveryState.DOUBTFUL


@pytest.mark.parametrize(
    ("hours", "state"), [(11, DeliveryState.QUEUED), (13, DeliveryState.FAILED)]
)
def test_what_is_for_later_has_more_time(scene: Scene, hours, state):
    action = lost(scene, CommandKind.SCHEDULE_MESSAGE, text="hi", post_at=scene.clock() + 864_000)
    scene.world.advance(hours * 3600)
    assert scene.receipt(action).state is state
