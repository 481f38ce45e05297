"""What came of an action badly is told once, before anything else, in words for what it was."""

import pytest

from postbox.outbox.commands import CommandKind
from tests.delivery.actions.conftest import Scene
from tests.delivery.observed import texts


@pytest.mark.parametrize(
    ("kind", "method", "code", "sentence"),
    [
        (
            CommandKind.ADD_REACTION,
            "reactions.add",
            "invalid_name",
            "Your reaction in general was not added: your Slack has no such emoji.",
        ),
        (
            CommandKind.UPDATE_MESSAGE,
            "chat.update",
            "edit_window_closed",
            "Your message to general was not changed: Slack does not allow it.",
        ),
        (
            CommandKind.DELETE_MESSAGE,
            "chat.delete",
            "cant_delete_message",
            "Your message to general was not unsent: Slack does not allow it.",
        ),
        (
            CommandKind.SCHEDULE_MESSAGE,
            "chat.scheduleMessage",
            "time_too_far",
            "Your message to general was not scheduled: "
            "Slack takes messages for at most 120 days ahead.",
        ),
    ],
)
def test_it_is_told_once_and_nothing_is_offered(scene: Scene, kind, method, code, sentence):
    scene.world.fail(code, method)
    ahead = scene.clock() + 600
    scene.do(kind, ts=scene.post(), emoji="tada", text="better", post_at=float(int(ahead)))
    said = scene.world.say("open slack").heard
    assert said.startswith(sentence)
    assert "Shall I" not in said
    scene.world.say("stop")
    assert sentence not in scene.world.say("ask slack for replies").heard
    assert scene.world.say("ask slack to send it again").heard == "There is nothing to send again."


def test_a_reaction_in_a_direct_message_is_told_as_that(scene: Scene):
    kevin = scene.workspace.find_person("Kevin")
    direct = scene.workspace.direct_message(kevin, scene.giselle)
    ts = scene.workspace.post(kevin, direct, "hi").ts
    scene.world.fail("invalid_name", "reactions.add")
    action = scene.action(CommandKind.ADD_REACTION, ts=ts, emoji="x", conversation_id=direct.id)
    scene.queue(type(action)(**{**vars(action), "conversation_name": "Kevin Park"}))
    scene.world.settle()
    said = scene.world.say("open slack").heard
    assert said.startswith("Your reaction in your chat with Kevin Park was not added:")


def test_too_late_to_cancel_is_told(scene: Scene):
    post_at = float(int(scene.clock()) + 40)
    first = scene.do(CommandKind.SCHEDULE_MESSAGE, text="lunch", post_at=post_at)
    scene.do(CommandKind.CANCEL_SCHEDULED, post_at=post_at, scheduled_by=first.id)
    said = scene.world.say("ask slack for replies").heard
    told = "Your scheduled message to general was not cancelled: it was too late for that."
    assert said.startswith(told)


def test_what_nobody_could_find_out_is_told_as_that(scene: Scene):
    scene.world.fail("500 after storing until cleared", "chat.delete")
    scene.do(CommandKind.DELETE_MESSAGE, ts=scene.post())
    scene.world.advance(1200)
    assert scene.world.say("ask slack for replies").heard.startswith(
        "I could not confirm that your message to general was unsent. Please look in Slack."
    )


def test_a_message_whose_time_passed_in_an_outage_can_be_sent_now(scene: Scene):
    scene.world.fail("429 for 3000 s", "chat.scheduleMessage")
    scene.do(CommandKind.SCHEDULE_MESSAGE, text="lunch", post_at=float(int(scene.clock()) + 600))
    scene.clock.step(3600)
    scene.world.settle()
    said = scene.world.say("open slack").heard
    assert said == (
        "Your message to general was not scheduled: Slack could not be reached before its time. "
        "Shall I send it now?"
    )
    assert scene.world.say("yes").heard.startswith("Sent to general.")
    assert texts(scene.world) == ["lunch"]


def test_bad_news_of_a_message_is_still_to_be_sent_again_after_that_of_an_action(scene: Scene):
    scene.world.fail("is_archived", "chat.postMessage")
    scene.say("important")
    scene.world.settle()
    scene.world.fail("invalid_name", "reactions.add")
    scene.do(CommandKind.ADD_REACTION, ts=scene.post(), emoji="x")
    said = scene.world.say("ask slack for replies").heard
    assert "was not sent" in said
    assert "was not added" in said
    assert "important" not in texts(scene.world)
