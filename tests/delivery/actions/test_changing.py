"""Reactions, changes and unsending: done once whatever Slack does, or the speaker is told."""

import pytest

from postbox.outbox import receipt_life
from postbox.outbox.commands import CommandKind, Mention
from postbox.outbox.receipt import DeliveryState, FailureReason
from tests.delivery.actions.conftest import Scene
from tests.delivery.observed import dead_letters, queued, texts
from tests.delivery.slack_faults import CODES, NOTHING_STORED, STORED

REACT, EDIT, UNSEND = (
    CommandKind.ADD_REACTION,
    CommandKind.UPDATE_MESSAGE,
    CommandKind.DELETE_MESSAGE,
)
METHODS = {REACT: "reactions.add", EDIT: "chat.update", UNSEND: "chat.delete"}
DETAILS = {REACT: {"emoji": "tada"}, EDIT: {"text": "better <now> & here"}, UNSEND: {}}


def is_done(scene: Scene, kind: CommandKind, ts: str) -> bool:
    message = scene.message(ts)
    if kind is UNSEND or message is None:
        return kind is UNSEND and message is None
    if kind is EDIT:
        return message.text == "better &lt;now&gt; &amp; here"
    return dict(message.reactions) == {"tada": (scene.giselle.id,)}


@pytest.mark.parametrize("kind", METHODS)
def test_it_is_done_with_one_call(scene: Scene, kind):
    ts = scene.post()
    action = scene.do(kind, ts=ts, **DETAILS[kind])
    assert is_done(scene, kind, ts)
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert (scene.calls(METHODS[kind]), queued(scene.world)) == (1, 0)
    assert scene.notices() == []


@pytest.mark.parametrize("fault", [*NOTHING_STORED, *STORED, *CODES])
@pytest.mark.parametrize("kind", METHODS)
def test_a_call_that_goes_wrong_is_made_again_until_it_is_done(scene: Scene, kind, fault):
    ts = scene.post()
    scene.world.fail(fault, METHODS[kind])
    action = scene.do(kind, ts=ts, **DETAILS[kind])
    assert scene.receipt(action).state is DeliveryState.QUEUED
    scene.world.advance(60)
    assert is_done(scene, kind, ts)
    assert scene.receipt(action).state is DeliveryState.CONFIRMED
    assert (scene.notices(), queued(scene.world)) == ([], 0)


def test_a_limit_is_waited_out_as_long_as_slack_asks(scene: Scene):
    ts = scene.post()
    scene.world.fail("429 for 30 s", "reactions.add")
    action = scene.do(REACT, ts=ts, emoji="tada")
    scene.world.advance(20)
    assert (scene.calls("reactions.add"), scene.receipt(action).state) == (
        1,
        DeliveryState.QUEUED,
    )
    scene.world.advance(15)
    assert scene.receipt(action).state is DeliveryState.CONFIRMED


@pytest.mark.parametrize(
    ("kind", "code", "reason"),
    [
        (REACT, "message_not_found", FailureReason.GONE),
        (REACT, "invalid_name", FailureReason.NO_SUCH_EMOJI),
        (REACT, "too_many_reactions", FailureReason.NOT_ALLOWED),
        (REACT, "is_archived", FailureReason.ARCHIVED),
        (EDIT, "message_not_found", FailureReason.GONE),
        (EDIT, "edit_window_closed", FailureReason.NOT_ALLOWED),
        (EDIT, "cant_update_message", FailureReason.NOT_ALLOWED),
        (EDIT, "msg_too_long", FailureReason.TOO_LONG),
        (UNSEND, "cant_delete_message", FailureReason.NOT_ALLOWED),
        (UNSEND, "missing_scope", FailureReason.PERMISSION),
        (UNSEND, "something_new", FailureReason.OTHER),
    ],
)
def test_what_slack_refuses_for_good_is_told_once_and_not_tried_again(scene, kind, code, reason):
    scene.world.fail(code, METHODS[kind])
    action = scene.do(kind, ts=scene.post(), **DETAILS[kind])
    action_receipt = scene.receipt(action)
    assert (action_receipt.state, action_receipt.reason) == (DeliveryState.FAILED, reason)
    (notice,) = scene.notices()
    assert (notice.kind, notice.reason, notice.text) == (kind, reason, "")
    scene.world.advance(300)
    assert (scene.calls(METHODS[kind]), queued(scene.world)) == (1, 0)
    assert dead_letters(scene.world) == []


@pytest.mark.parametrize(
    ("kind", "code", "state"),
    [
        (EDIT, "edit_window_closed", DeliveryState.DOUBTFUL),
        (EDIT, "msg_too_long", DeliveryState.FAILED),
        (REACT, "is_archived", DeliveryState.DOUBTFUL),
        (REACT, "invalid_name", DeliveryState.FAILED),
        (UNSEND, "cant_delete_message", DeliveryState.DOUBTFUL),
    ],
)
def test_what_is_refused_after_an_unclear_call_may_have_been_done_before(scene, kind, code, state):
    scene.world.fail("500 after storing", METHODS[kind])
    scene.world.fail(code, METHODS[kind])
    action = scene.do(kind, ts=scene.post(), **DETAILS[kind])
    scene.world.advance(30)
    assert scene.receipt(action).state is state
    assert [notice.state for notice in scene.notices()] == [state]


@pytest.mark.parametrize("kind", [REACT, EDIT])
def test_a_message_that_is_gone_by_itself_is_told_of(scene: Scene, kind):
    ts = scene.post()
    scene.workspace.delete(scene.general, ts)
    assert scene.receipt(scene.do(kind, ts=ts, **DETAILS[kind])).reason is FailureReason.GONE


def test_a_message_that_was_unsent_before_is_unsent(scene: Scene):
    ts = scene.post()
    scene.workspace.delete(scene.general, ts)
    assert scene.receipt(scene.do(UNSEND, ts=ts)).state is DeliveryState.CONFIRMED


def test_a_reaction_that_was_there_is_there(scene: Scene):
    ts = scene.post()
    scene.workspace.react(scene.general, ts, scene.giselle, "tada")
    assert scene.receipt(scene.do(REACT, ts=ts, emoji=":tada:")).state is DeliveryState.CONFIRMED


def test_somebody_elses_message_is_neither_changed_nor_unsent(scene: Scene):
    ts = scene.post("mine", author="Kevin")
    for kind in (EDIT, UNSEND):
        action_receipt = scene.receipt(scene.do(kind, ts=ts, **DETAILS[kind]))
        assert (action_receipt.state, action_receipt.reason) == (
            DeliveryState.FAILED,
            FailureReason.NOT_ALLOWED,
        )
    assert scene.message(ts).text == "mine"


def test_a_change_keeps_what_tells_the_post_apart_and_mentions_people(scene: Scene):
    scene.say("hello")
    scene.world.settle()
    before = scene.workspace.messages(scene.general)[-1]
    kevin = scene.workspace.find_person("Kevin")
    scene.do(EDIT, ts=before.ts, text="Kevin <!here>", mentions=(Mention(0, 5, kevin.id),))
    after = scene.message(before.ts)
    assert after.text == f"<@{kevin.id}> &lt;!here&gt;"
    assert (after.metadata, after.client_msg_id) == (before.metadata, before.client_msg_id)


def test_two_changes_of_a_message_end_with_the_last_one(scene: Scene):
    ts = scene.post()
    scene.world.fail("500 after storing twice", "chat.update")
    for text in ("one", "two", "three"):
        scene.do(EDIT, ts=ts, text=text)
    scene.world.advance(60)
    assert scene.message(ts).text == "three"


@pytest.mark.parametrize("kind", METHODS)
def test_a_token_that_ended_fails_the_action_at_once_and_breaks_the_link(scene: Scene, kind):
    ts = scene.post()
    scene.world.revoke()
    first = scene.do(kind, ts=ts, **DETAILS[kind])
    calls = scene.calls(METHODS[kind])
    second = scene.do(kind, ts=ts, **DETAILS[kind])
    for action in (first, second):
        action_receipt = scene.receipt(action)
        assert (action_receipt.state, action_receipt.reason) == (
            DeliveryState.FAILED,
            FailureReason.LINK_ENDED,
        )
    assert (scene.calls(METHODS[kind]), len(scene.notices())) == (calls, 2)


def test_a_limit_that_does_not_end_ends_in_words(scene: Scene):
    scene.world.fail("429 until cleared", "reactions.add")
    action = scene.do(REACT, ts=scene.post(), emoji="tada")
    scene.world.advance(1200)
    action_receipt = scene.receipt(action)
    assert (action_receipt.state, action_receipt.reason) == (
        DeliveryState.FAILED,
        FailureReason.TOO_OLD,
    )
    assert queued(scene.world) == 0


def test_a_change_that_nobody_could_find_out_about_is_told_as_that(scene: Scene):
    scene.world.fail("500 after storing until cleared", "chat.update")
    action = scene.do(EDIT, ts=scene.post(), text="better")
    scene.world.advance(1200)
    assert scene.receipt(action).state is DeliveryState.DOUBTFUL
    assert [notice.state for notice in scene.notices()] == [DeliveryState.DOUBTFUL]


def test_a_workspace_that_is_being_moved_is_asked_again_later(scene: Scene):
    scene.world.fail("team_added_to_org", "reactions.add")
    action = scene.do(REACT, ts=scene.post(), emoji="tada")
    scene.world.advance(90)
    assert scene.receipt(action).state is DeliveryState.CONFIRMED


@pytest.mark.parametrize("fault", ["429 until cleared", "hangs until cleared", "not_reactable"])
def test_a_failing_action_delays_no_message_of_its_conversation(scene: Scene, fault):
    ts = scene.post()
    scene.world.fail(fault, "reactions.add")
    for emoji in ("tada", "wave", "eyes"):
        scene.queue(scene.action(REACT, ts=ts, emoji=emoji))
    scene.say("on time")
    scene.world.settle()
    assert texts(scene.world)[-1] == "on time"


def test_a_record_that_comes_twice_is_done_once(scene: Scene):
    ts = scene.post()
    action = scene.do(REACT, ts=ts, emoji="tada")
    scene.workspace.unreact(scene.general, ts, scene.giselle, "tada")
    scene.outbox.send(action, ".again")
    scene.world.settle()
    assert scene.calls("reactions.add") == 1
    assert queued(scene.world) == 0


def test_what_a_receipt_says_settled_is_not_done(scene: Scene):
    """The skill settles a receipt whose action it could not surely queue."""
    ts = scene.post()
    action = scene.action(REACT, ts=ts, emoji="tada")
    receipt = scene.receipts.open(action)
    scene.receipts.save(receipt, receipt_life.withdraw(receipt, scene.clock()))
    scene.outbox.send(action)
    scene.world.settle()
    assert scene.calls("reactions.add") == 0
