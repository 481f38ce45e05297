"""An action that the queue lost is told about in the end."""

import pytest

from postbox.outbox import receipt_life
from postbox.outbox.commands import CommandKind, OutboundAction
from postbox.outbox.receipt import DeliveryState, FailureReason
from tests.delivery.actions.conftest import Scene


def lost(scene: Scene, kind: CommandKind, **details) -> OutboundAction:
    """Return an action that has a receipt, and never comes out of the queue."""
    action = scene.action(kind, ts=scene.post(), **details)
    scene.action_receipts.open(action)
    return action


def test_what_nobody_tried_failed(scene: Scene):
    action = lost(scene, CommandKind.ADD_REACTION, emoji="tada")
    scene.world.advance(1200)
    assert scene.action_receipt(action).state is DeliveryState.QUEUED
    scene.world.advance(900)
    action_receipt = scene.action_receipt(action)
    assert (action_receipt.state, action_receipt.reason) == (
        DeliveryState.FAILED,
        FailureReason.TOO_OLD,
    )
    assert [each.message_id for each in scene.notices()] == [action.id]


def test_what_a_worker_may_have_done_is_in_doubt(scene: Scene):
    action = lost(scene, CommandKind.DELETE_MESSAGE)
    action_receipt = scene.action_receipt(action)
    scene.action_receipts.save(
        action_receipt, receipt_life.claim(action_receipt, scene.clock(), 15)
    )
    scene.world.advance(2400)
    assert scene.action_receipt(action).state is DeliveryState.DOUBTFUL


@pytest.mark.parametrize(
    ("hours", "state"), [(11, DeliveryState.QUEUED), (13, DeliveryState.FAILED)]
)
def test_what_is_for_later_has_more_time(scene: Scene, hours, state):
    action = lost(scene, CommandKind.SCHEDULE_MESSAGE, text="hi", post_at=scene.clock() + 864_000)
    scene.world.advance(hours * 3600)
    assert scene.action_receipt(action).state is state
