"""What is to be posted later can be taken back, and is said to be too late only where it is."""

from dataclasses import replace
from typing import Any

import pytest

from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState, FailureReason
from tests.delivery.actions.conftest import Scene
from tests.delivery.observed import queued, texts
from tests.delivery.slack_faults import CODES, NOTHING_STORED, STORED

SCHEDULE, DELETE = "chat.scheduleMessage", "chat.deleteScheduledMessage"
LIST = "chat.scheduledMessages.list"


def schedule(scene: Scene, seconds: float = 600) -> Any:
    post_at = float(int(scene.clock() + seconds))
    return scene.do(CommandKind.SCHEDULE_MESSAGE, post_at=post_at, text="lunch")


def unschedule(scene: Scene, of: Any) -> Any:
    """Take a schedule back, as the skill does: it notes the wish first."""
    kept = scene.schedules.by(of)
    action = scene.action(CommandKind.CANCEL_SCHEDULED, post_at=of.post_at, scheduled_by=of.id)
    if kept:
        scene.schedules.save(replace(kept, cancelled_by=action.id))
    scene.queue(action)
    scene.world.settle()
    return action


def test_slack_posts_it_never(scene: Scene):
    first = schedule(scene)
    action = unschedule(scene, first)
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert (scene.scheduled(first), queued(scene.world)) == (None, 0)
    scene.world.advance(700)
    assert texts(scene.world) == []


@pytest.mark.parametrize("fault", [*NOTHING_STORED, *STORED, *CODES])
@pytest.mark.parametrize("times", ["once", "twice"])
def test_a_call_that_goes_wrong_ends_with_nothing_scheduled(scene: Scene, fault, times):
    first = schedule(scene)
    scene.world.fail(fault if " for " in fault else f"{fault} {times}", DELETE)
    action = unschedule(scene, first)
    scene.world.advance(60)
    assert scene.workspace.scheduled() == []
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert (scene.scheduled(first), scene.notices(), queued(scene.world)) == (None, [], 0)


def test_within_the_last_minute_it_is_too_late_and_it_stays_listed(scene: Scene):
    first = schedule(scene, 50)
    action = unschedule(scene, first)
    action_receipt = scene.receipt(action)
    assert (action_receipt.state, action_receipt.reason) == (
        DeliveryState.FAILED,
        FailureReason.TOO_LATE,
    )
    assert scene.scheduled(first).cancelled_by is None
    (notice,) = scene.notices()
    assert notice.kind is CommandKind.CANCEL_SCHEDULED
    scene.world.advance(60)
    assert texts(scene.world) == ["lunch"]


def test_what_was_posted_already_cannot_be_taken_back(scene: Scene):
    first = schedule(scene, 60)
    scene.world.advance(70)
    action_receipt = scene.receipt(unschedule(scene, first))
    assert (action_receipt.state, action_receipt.reason) == (
        DeliveryState.FAILED,
        FailureReason.TOO_LATE,
    )


def test_what_was_deleted_in_slack_is_taken_back(scene: Scene):
    first = schedule(scene)
    scene.workspace.unschedule(scene.workspace.scheduled()[0])
    assert scene.receipt(unschedule(scene, first)).state is DeliveryState.CONFIRMED


def test_an_unclear_outcome_at_its_very_time_is_told_as_that(scene: Scene):
    first = schedule(scene, 100)
    scene.world.fail("500 after storing", DELETE)
    scene.world.fail("500 for 200 s", DELETE)
    action = unschedule(scene, first)
    scene.world.advance(300)
    assert scene.receipt(action).state is DeliveryState.DOUBTFUL
    assert [notice.state for notice in scene.notices()] == [DeliveryState.DOUBTFUL]


def test_what_slack_has_not_got_yet_is_stopped_and_never_posted(scene: Scene):
    scene.world.fail("429 for 60 s", SCHEDULE)
    first = schedule(scene)
    action = unschedule(scene, first)
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert scene.receipt(first).state is DeliveryState.WITHDRAWN
    scene.world.advance(700)
    assert (texts(scene.world), scene.workspace.scheduled(), queued(scene.world)) == ([], [], 0)
    assert (scene.calls(DELETE), scene.notices()) == (0, [])


@pytest.mark.parametrize("fault", [*STORED, "500", "hangs"])
def test_what_slack_may_have_got_is_looked_up_and_then_taken_back(scene: Scene, fault):
    scene.world.fail(fault, SCHEDULE)
    first = schedule(scene)
    action = unschedule(scene, first)
    assert scene.receipt(action).state is DeliveryState.QUEUED
    scene.world.advance(60)
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert scene.workspace.scheduled() == []
    scene.world.advance(700)
    assert (texts(scene.world), queued(scene.world), scene.notices()) == ([], 0, [])


def test_what_failed_to_be_scheduled_needs_no_taking_back(scene: Scene):
    scene.world.fail("is_archived", SCHEDULE)
    first = schedule(scene)
    assert scene.receipt(unschedule(scene, first)).state is DeliveryState.CONFIRMED


def test_an_outage_over_its_time_ends_in_words(scene: Scene):
    first = schedule(scene, 120)
    scene.world.fail("429 until cleared", DELETE)
    action = unschedule(scene, first)
    scene.world.advance(300)
    assert texts(scene.world) == ["lunch"]
    assert scene.receipt(action).reason is FailureReason.TOO_LATE


def test_it_is_tried_as_long_as_it_may_help(scene: Scene):
    first = schedule(scene, 7200)
    scene.world.fail("500 for 5000 s", DELETE)
    action = unschedule(scene, first)
    scene.world.advance(5200)
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert scene.workspace.scheduled() == []


def test_a_token_that_ended_leaves_it_to_be_posted_and_is_told(scene: Scene):
    first = schedule(scene)
    scene.world.revoke()
    action = unschedule(scene, first)
    assert scene.receipt(action).reason is FailureReason.LINK_ENDED
    assert scene.scheduled(first).cancelled_by is None
