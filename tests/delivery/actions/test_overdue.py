"""An action that the queue lost is told about in the end."""

import pytest

from mailbox import deed_life
from mailbox.action import ActionKind, DeedState, OutboundAction
from mailbox.receipt import FailureReason
from tests.delivery.actions.conftest import Scene


def lost(scene: Scene, kind: ActionKind, **details) -> OutboundAction:
    """Return an action that has a deed, and never comes out of the queue."""
    action = scene.action(kind, ts=scene.post(), **details)
    scene.deeds.open(action)
    return action


def test_what_nobody_tried_failed(scene: Scene):
    action = lost(scene, ActionKind.REACT, emoji="tada")
    scene.world.advance(1200)
    assert scene.deed(action).state is DeedState.WAITING
    scene.world.advance(900)
    deed = scene.deed(action)
    assert (deed.state, deed.reason) == (DeedState.FAILED, FailureReason.TOO_OLD)
    assert [each.message_id for each in scene.notices()] == [action.id]


def test_what_a_worker_may_have_done_is_in_doubt(scene: Scene):
    action = lost(scene, ActionKind.UNSEND)
    deed = scene.deed(action)
    scene.deeds.save(deed, deed_life.claim(deed, scene.clock(), 15))
    scene.world.advance(2400)
    assert scene.deed(action).state is DeedState.DOUBTFUL


@pytest.mark.parametrize(("hours", "state"), [(11, DeedState.WAITING), (13, DeedState.FAILED)])
def test_what_is_for_later_has_more_time(scene: Scene, hours, state):
    action = lost(scene, ActionKind.SCHEDULE, text="hi", post_at=scene.clock() + 864_000)
    scene.world.advance(hours * 3600)
    assert scene.deed(action).state is state
