"""An action that the queue lost is told about in the end."""

import pytest

from postbox.outbox import action_receipt_life
from postbox.outbox.action import ActionKind, ActionState, OutboundAction
from postbox.outbox.receipt import FailureReason
from tests.delivery.actions.conftest import Scene


def lost(scene: Scene, kind: ActionKind, **details) -> OutboundAction:
    """Return an action that has a receipt, and never comes out of the queue."""
    action = scene.action(kind, ts=scene.post(), **details)
    scene.action_receipts.open(action)
    return action


def test_what_nobody_tried_failed(scene: Scene):
    action = lost(scene, ActionKind.REACT, emoji="tada")
    scene.world.advance(1200)
    assert scene.action_receipt(action).state is ActionState.WAITING
    scene.world.advance(900)
    action_receipt = scene.action_receipt(action)
    assert (action_receipt.state, action_receipt.reason) == (
        ActionState.FAILED,
        FailureReason.TOO_OLD,
    )
    assert [each.message_id for each in scene.notices()] == [action.id]


def test_what_a_worker_may_have_done_is_in_doubt(scene: Scene):
    action = lost(scene, ActionKind.UNSEND)
    action_receipt = scene.action_receipt(action)
    scene.action_receipts.save(
        action_receipt, action_receipt_life.claim(action_receipt, scene.clock(), 15)
    )
    scene.world.advance(2400)
    assert scene.action_receipt(action).state is ActionState.DOUBTFUL


@pytest.mark.parametrize(("hours", "state"), [(11, ActionState.WAITING), (13, ActionState.FAILED)])
def test_what_is_for_later_has_more_time(scene: Scene, hours, state):
    action = lost(scene, ActionKind.SCHEDULE, text="hi", post_at=scene.clock() + 864_000)
    scene.world.advance(hours * 3600)
    assert scene.action_receipt(action).state is state
