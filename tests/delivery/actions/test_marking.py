"""What was spoken is marked as read in Slack, nothing else is, and nobody waits for it."""

import pytest

from postbox.inbox.message import START
from postbox.inbox.read_state import Position
from postbox.links.stores.links import PERSONAL
from postbox.outbox.commands import CommandKind
from postbox.store import keys
from postbox.store.codec import to_record
from postbox.store.items import put
from tests.delivery.actions.conftest import Scene
from tests.delivery.observed import dead_letters, queued, texts
from tests.delivery.slack_faults import NOTHING_STORED, STORED

MARK, BACK = CommandKind.MARK_READ, CommandKind.MARK_UNREAD
INFO, MARKED = "conversations.info", "conversations.mark"


def written(scene: Scene, count: int) -> list[str]:
    """Have Kevin write so often; return each ts."""
    found = []
    for number in range(count):
        scene.clock.step(1)
        found.append(scene.post(f"message {number}", author="Kevin"))
    return found


def test_what_was_spoken_is_read(scene: Scene):
    first, second, third = written(scene, 3)
    scene.workspace.mark_read(scene.giselle, scene.general, first)
    scene.do(MARK, ts=second, since=first)
    assert scene.last_read() == second
    assert (scene.calls(INFO), scene.calls(MARKED), queued(scene.world)) == (1, 1, 0)
    assert third > second


def test_where_something_older_is_unread_that_nobody_spoke_the_mark_stays(scene: Scene):
    first, second, third = written(scene, 3)
    scene.workspace.mark_read(scene.giselle, scene.general, first)
    scene.do(MARK, ts=third, since=second)
    assert (scene.last_read(), scene.calls(MARKED)) == (first, 0)


def test_a_conversation_that_was_never_read_is_marked_from_its_beginning(scene: Scene):
    (first,) = written(scene, 1)
    scene.do(MARK, ts=first, since=START)
    assert scene.last_read() == first


def test_who_read_on_elsewhere_keeps_their_mark_and_hears_nothing_of_it_again(scene: Scene):
    first, second, third = written(scene, 3)
    scene.workspace.mark_read(scene.giselle, scene.general, third)
    scene.do(MARK, ts=second, since=first)
    assert (scene.last_read(), scene.calls(MARKED)) == (third, 0)
    assert scene.seen_until() == third


def test_a_mark_that_earshot_set_itself_is_no_reading(scene: Scene):
    first, second, third = written(scene, 3)
    place = (PERSONAL, scene.workspace.team_id, scene.general.id)
    position = Position(*place, marked_until=third, revision=1)
    scene.table.apply(put({**keys.position(PERSONAL, scene.general.id), **to_record(position)}))
    scene.workspace.mark_read(scene.giselle, scene.general, third)
    scene.do(MARK, ts=second, since=first)
    assert scene.seen_until() == START


def test_where_the_mark_stands_at_a_post_by_voice_nothing_was_read(scene: Scene):
    first, second = written(scene, 2)
    scene.say("mine")
    scene.world.settle()
    assert scene.last_read() > second
    scene.do(MARK, ts=second, since=first)
    assert scene.seen_until() == START


def test_keep_that_unread_moves_the_mark_back(scene: Scene):
    first, second = written(scene, 2)
    scene.do(MARK, ts=second, since=START)
    scene.do(BACK, ts=first)
    assert scene.last_read() == first
    assert scene.seen_until() == START


def test_a_mark_that_stands_before_is_not_moved_forward_by_that(scene: Scene):
    first, second = written(scene, 2)
    scene.workspace.mark_read(scene.giselle, scene.general, first)
    scene.do(BACK, ts=second)
    assert (scene.last_read(), scene.calls(MARKED)) == (first, 0)


def test_of_several_marks_only_the_last_is_told_to_slack(scene: Scene):
    first, second, third = written(scene, 3)
    for ts, since in ((first, START), (second, first), (third, second)):
        scene.queue(scene.action(MARK, ts=ts, since=since))
    scene.queue(scene.action(BACK, ts=second))
    scene.world.settle()
    assert scene.last_read() == second
    assert (scene.calls(INFO), scene.calls(MARKED), queued(scene.world)) == (1, 1, 0)


@pytest.mark.parametrize("fault", [*NOTHING_STORED, *STORED, "internal_error"])
@pytest.mark.parametrize("method", [INFO, MARKED])
def test_marks_keep_their_order_whatever_goes_wrong(scene: Scene, fault, method):
    first, second, third = written(scene, 3)
    scene.world.fail(fault, method)
    scene.do(MARK, ts=third, since=START)
    scene.do(BACK, ts=first)
    scene.do(MARK, ts=second, since=first)
    scene.world.advance(400)
    assert scene.last_read() == second
    assert (queued(scene.world), scene.notices()) == (0, [])


@pytest.mark.parametrize(
    "code", ["channel_not_found", "missing_scope", "not_in_channel", "odd_one"]
)
def test_what_slack_refuses_for_good_is_dropped_without_a_word(scene: Scene, code):
    (first,) = written(scene, 1)
    scene.world.fail(code, MARKED)
    scene.do(MARK, ts=first, since=START)
    assert (queued(scene.world), scene.notices(), dead_letters(scene.world)) == (0, [], [])
    assert scene.calls(MARKED) == 1


def test_a_token_that_ended_drops_marks_without_a_word(scene: Scene):
    (first,) = written(scene, 1)
    scene.world.revoke()
    for _ in range(2):
        scene.do(MARK, ts=first, since=START)
    assert (queued(scene.world), scene.notices(), scene.last_read()) == (0, [], "0000000000.000000")


def test_a_mark_is_worth_trying_for_half_a_day(scene: Scene):
    first, second = written(scene, 2)
    scene.world.fail("500 until cleared", MARKED)
    scene.do(MARK, ts=first, since=START)
    scene.world.advance(40_000)
    assert queued(scene.world) == 1
    scene.workspace.faults.clear()
    scene.world.advance(3000)
    assert (scene.last_read(), queued(scene.world)) == (first, 0)
    scene.world.fail("500 until cleared", MARKED)
    scene.do(MARK, ts=second, since=first)
    scene.world.advance(48_000)
    assert (queued(scene.world), scene.notices(), dead_letters(scene.world)) == (0, [], [])


def test_a_mark_that_slack_does_not_take_keeps_nothing_else_waiting(scene: Scene):
    (first,) = written(scene, 1)
    scene.world.fail("429 for 60 s", INFO)
    scene.queue(scene.action(MARK, ts=first, since=START))
    reaction = scene.queue(scene.action(CommandKind.ADD_REACTION, ts=first, emoji="tada"))
    scene.say("on time")
    scene.world.settle()
    assert texts(scene.world)[-1] == "on time"
    assert scene.receipt(reaction).state.is_final
    scene.world.advance(70)
    assert queued(scene.world) == 0
