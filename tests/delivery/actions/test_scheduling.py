"""A message for later is left with Slack once, whatever happens to the calls, or posted in time."""

from typing import Any

import pytest

from postbox.links.stores.links import PERSONAL
from postbox.outbox.commands import CommandKind, Mention
from postbox.outbox.receipt import DeliveryState, FailureReason
from tests.delivery.actions.conftest import Scene
from tests.delivery.observed import queued, texts
from tests.delivery.slack_faults import CODES, NOTHING_STORED, STORED

SCHEDULE = "chat.scheduleMessage"
LIST = "chat.scheduledMessages.list"
HISTORY = "conversations.history"


def schedule(scene: Scene, seconds: float = 600, **details) -> Any:
    details.setdefault("text", "lunch <now> & here")
    post_at = float(int(scene.clock() + seconds))
    return scene.do(CommandKind.SCHEDULE_MESSAGE, post_at=post_at, **details)


def waiting(scene: Scene) -> list[str]:
    return [scheduled.text for scheduled in scene.workspace.scheduled()]


def test_slack_has_it_and_posts_it_at_its_time(scene: Scene):
    action = schedule(scene)
    (kept,) = scene.workspace.scheduled()
    assert (kept.text, kept.post_at) == ("lunch &lt;now&gt; &amp; here", action.post_at)
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert scene.scheduled(action).scheduled_id == kept.id
    assert (scene.calls(SCHEDULE), scene.calls(LIST), queued(scene.world)) == (1, 0, 0)
    scene.world.advance(620)
    assert texts(scene.world) == ["lunch <now> & here"]


def test_in_a_thread_and_with_a_mention(scene: Scene):
    kevin = scene.workspace.find_person("Kevin")
    thread = scene.post("the plan")
    schedule(scene, text="Kevin ready?", mentions=(Mention(0, 5, kevin.id),), thread_ts=thread)
    (kept,) = scene.workspace.scheduled()
    assert (kept.text, kept.thread_ts) == (f"<@{kevin.id}> ready?", thread)


def test_for_a_person_the_direct_message_is_opened_first(scene: Scene):
    bea = scene.workspace.add_person("Bea Ruiz")
    action = schedule(scene, conversation_id=bea.id)
    direct = scene.workspace.roster.direct[frozenset({scene.giselle.id, bea.id})]
    (kept,) = scene.workspace.scheduled()
    assert kept.channel == scene.scheduled(action).conversation_id == direct.id


@pytest.mark.parametrize("fault", [*NOTHING_STORED, *STORED, *CODES])
@pytest.mark.parametrize("times", ["once", "twice"])
def test_a_call_that_goes_wrong_leaves_it_there_once(scene: Scene, fault, times):
    scene.world.fail(fault if " for " in fault else f"{fault} {times}", SCHEDULE)
    action = schedule(scene)
    scene.world.advance(120)
    (kept,) = scene.workspace.scheduled()
    assert scene.scheduled(action).scheduled_id == kept.id
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert (scene.notices(), queued(scene.world)) == ([], 0)


@pytest.mark.parametrize("fault", STORED)
def test_what_slack_stored_is_found_and_not_asked_for_again(scene: Scene, fault):
    scene.world.fail(fault, SCHEDULE)
    schedule(scene, text="see https://example.com & smile :tada:")
    scene.world.advance(60)
    assert (scene.calls(SCHEDULE), scene.calls(LIST)) == (1, 1)


@pytest.mark.parametrize("fault", ["429", "time_too_far", "not_in_channel"])
def test_a_clear_answer_costs_no_looking_up(scene: Scene, fault):
    scene.world.fail(fault, SCHEDULE)
    schedule(scene)
    scene.world.advance(60)
    assert scene.calls(LIST) == 0


@pytest.mark.parametrize("fault", ["drops the answer", "500"])
def test_the_same_said_several_times_is_scheduled_as_often(scene: Scene, fault):
    post_at = float(int(scene.clock()) + 600)
    first = scene.do(CommandKind.SCHEDULE_MESSAGE, post_at=post_at, text="ping")
    scene.world.fail(fault, SCHEDULE)
    second = scene.do(CommandKind.SCHEDULE_MESSAGE, post_at=post_at, text="ping")
    third = scene.do(CommandKind.SCHEDULE_MESSAGE, post_at=post_at, text="ping")
    scene.world.advance(60)
    assert waiting(scene) == ["ping"] * 3
    kept = {scheduled.id for scheduled in scene.workspace.scheduled()}
    assert {scene.scheduled(command).scheduled_id for command in (first, second, third)} == kept


@pytest.mark.parametrize("fault", [*NOTHING_STORED, *STORED])
def test_opening_that_goes_wrong_is_tried_again_without_a_doubt(scene: Scene, fault):
    bea = scene.workspace.add_person("Bea Ruiz")
    scene.world.fail(fault, "conversations.open")
    schedule(scene, conversation_id=bea.id)
    scene.world.advance(60)
    assert (len(waiting(scene)), scene.calls(LIST)) == (1, 0)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("time_too_far", FailureReason.TOO_FAR),
        ("restricted_too_many", FailureReason.TOO_MANY),
        ("not_in_channel", FailureReason.NOT_A_MEMBER),
        ("is_archived", FailureReason.ARCHIVED),
        ("restricted_action_read_only_channel", FailureReason.RESTRICTED),
        ("something_new", FailureReason.OTHER),
    ],
)
def test_what_slack_refuses_is_told_and_no_longer_listed(scene: Scene, code, reason):
    scene.world.fail(code, SCHEDULE)
    action = schedule(scene)
    assert (scene.receipt(action).state, scene.receipt(action).reason) == (
        DeliveryState.FAILED,
        reason,
    )
    (notice,) = scene.notices()
    assert (notice.kind, notice.text) == (CommandKind.SCHEDULE_MESSAGE, "")
    assert scene.scheduled(action) is None


def test_a_time_that_is_too_far_ahead_is_refused_by_slack_itself(scene: Scene):
    assert scene.receipt(schedule(scene, 121 * 86_400)).reason is FailureReason.TOO_FAR


def test_a_token_that_ended_fails_it(scene: Scene):
    scene.world.revoke()
    action = schedule(scene)
    assert scene.receipt(action).reason is FailureReason.LINK_ENDED
    assert scene.scheduled(action) is None


def test_its_time_has_come_in_an_outage_it_is_posted_at_once_as_any_message(scene: Scene):
    scene.world.fail("500 until cleared", SCHEDULE)
    action = schedule(scene, 60, text="lunch")
    scene.world.advance(50)
    assert texts(scene.world) == []
    scene.world.advance(90)
    assert texts(scene.world) == ["lunch"]
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    (receipt,) = scene.receipts.messages(PERSONAL, 5)
    assert receipt.state is DeliveryState.CONFIRMED
    assert (scene.scheduled(action), queued(scene.world)) == (None, 0)


def test_a_time_that_is_past_for_slack_is_now(scene: Scene):
    scene.world.fail("time_in_past", SCHEDULE)
    schedule(scene, 5, text="lunch")
    assert texts(scene.world) == ["lunch"]
    assert scene.calls("chat.postMessage") == 1


def test_a_lost_answer_and_its_time_come_meanwhile_is_found_posted(scene: Scene):
    scene.world.fail("500 after storing", SCHEDULE)
    scene.world.fail("500 for 100 s", LIST)
    action = schedule(scene, 30, text="lunch")
    scene.world.advance(200)
    assert texts(scene.world) == ["lunch"]
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert (scene.calls(SCHEDULE), scene.calls("chat.postMessage")) == (1, 0)
    assert scene.scheduled(action) is None


def test_a_history_that_cannot_be_read_leaves_a_doubt_that_is_told(scene: Scene):
    scene.world.fail("500 after storing", SCHEDULE)
    scene.world.fail("500 for 100 s", LIST)
    scene.world.fail("missing_scope until cleared", HISTORY)
    action = schedule(scene, 30, text="lunch")
    scene.world.advance(200)
    assert texts(scene.world) == ["lunch"]
    assert scene.receipt(action).state is DeliveryState.DOUBTFUL
    assert [notice.state for notice in scene.notices()] == [DeliveryState.DOUBTFUL]


def test_an_outage_that_outlasts_it_ends_in_words_and_the_text_is_kept(scene: Scene):
    scene.world.fail("429 until cleared", SCHEDULE)
    scene.world.fail("429 until cleared", "chat.postMessage")
    action = schedule(scene, 600, text="lunch")
    scene.world.advance(30)
    scene.clock.step(3600)
    scene.world.settle()
    scene.world.advance(120)
    assert (scene.receipt(action).state, scene.receipt(action).reason) == (
        DeliveryState.FAILED,
        FailureReason.TIME_PASSED,
    )
    (notice,) = scene.notices()
    assert (notice.text, notice.reason) == ("lunch", FailureReason.TIME_PASSED)
    assert (texts(scene.world), scene.scheduled(action), queued(scene.world)) == ([], None, 0)


def test_a_message_for_tomorrow_is_tried_for_hours(scene: Scene):
    scene.world.fail("500 until cleared", SCHEDULE)
    action = schedule(scene, 86_000)
    scene.world.advance(10_000)
    assert scene.receipt(action).state is DeliveryState.QUEUED
    scene.workspace.faults.clear()
    # What was tried often is tried twice an hour.
    scene.world.advance(1900)
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert len(waiting(scene)) == 1


def test_a_record_that_comes_twice_schedules_once(scene: Scene):
    action = schedule(scene)
    scene.outbox.send(action, ".again")
    scene.world.settle()
    assert len(waiting(scene)) == 1


def test_of_what_nothing_was_kept_it_is_kept_now(scene: Scene):
    """The skill keeps it together with the receipt; a record that came another way is kept here."""
    action = scene.action(
        CommandKind.SCHEDULE_MESSAGE, post_at=float(int(scene.clock()) + 600), text="hi"
    )
    scene.outbox.send(action)
    scene.world.settle()
    assert scene.scheduled(action).scheduled_id == scene.workspace.scheduled()[0].id
