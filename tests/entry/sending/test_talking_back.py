"""Reacting, unsending, changing: one action a request, and nothing claimed that is not so."""

import pytest

from local.conversations.steps import Setting
from local.workspace import parse_fault
from local.world.played import world_for
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState
from tests.delivery.flaky import Flaky, Trouble
from tests.delivery.observed import queued, texts
from tests.entry.sending.composing import READS, refused
from tests.entry.talking import action_receipts

UNREACHABLE = "I can't reach my mailbox right now. Please try again in a moment."
NOT_DONE = "I could not take that, so nothing was done. Please say it again in a moment."


@pytest.fixture
def flaky():
    return Flaky("skill", "dynamodb")


def read_something(world):
    world.write("Ana Lima", "@Ana Lima", "Lunch?")
    world.settle()
    assert world.say("ask slack for replies").heard == "Ana says: Lunch?"


def reactions(world):
    return [reaction.emoji for reaction in world.reactions("@Ana Lima")]


# ----------------------------------------------------------------------- a request is one action


def test_a_repeated_request_reacts_once_and_says_the_same(world):
    read_something(world)
    said = world.say("tell slack to react with tada").heard
    assert world.echo.repeat_last_request().heard == said == "Added party popper."
    (action_receipt,) = action_receipts(world)
    assert (action_receipt.kind, action_receipt.state) == (
        CommandKind.ADD_REACTION,
        DeliveryState.CONFIRMED,
    )


def test_a_repeated_request_to_unsend_unsends_the_one_message(world):
    world.say("tell slack to send one")
    world.say("tell slack to send two")
    said = world.say("tell slack to unsend that").heard
    assert said == "Unsent from general."
    assert world.echo.repeat_last_request().heard == said
    assert texts(world) == ["one"]
    assert len(action_receipts(world)) == 1


def test_a_repeated_request_to_change_changes_once(world):
    world.say("tell slack to send one")
    said = world.say("tell slack to change that to two").heard
    assert world.echo.repeat_last_request().heard == said == "Changed your message to general."
    assert (texts(world), len(action_receipts(world))) == (["two"], 1)


# -------------------------------------------------------------------------- where messages are


def test_a_direct_message_is_unsent_and_changed_where_it_is(world):
    world.say("tell slack to tell ana hello")
    world.say("tell slack to change that to goodbye")
    assert texts(world, "@Ana Lima") == ["goodbye"]
    assert world.say("tell slack to unsend that").heard == "Unsent from Ana Lima."
    assert texts(world, "@Ana Lima") == []


def test_a_message_to_two_is_changed_in_both_places_and_a_person_in_it_is_mentioned(world):
    world.say("tell slack to send hello to general and random")
    said = world.say("tell slack to change that to thanks to at kevin park").heard
    assert said == "Changed your message to general and random."
    assert texts(world) == texts(world, "#random") == ["thanks to @Kevin Park"]
    kevin = world.parts.workspace.find_person("Kevin Park").id
    stored = world.parts.workspace.find_conversation("#general")
    history = world.parts.workspace.history(stored)
    assert history.get(world.posts("#general")[-1].ts).text == f"thanks to <@{kevin}>"


def test_what_was_unsent_is_not_changed(world):
    world.say("tell slack to send one")
    world.say("tell slack to unsend that")
    said = world.say("tell slack to change that to two").heard
    assert said == "Your last message to general is gone already."
    assert texts(world) == []


def test_an_older_message_of_the_same_place_is_never_touched(world):
    world.say("tell slack to send one")
    world.say("tell slack to send two")
    world.say("tell slack to delete my last message")
    world.say("tell slack to delete my last message")
    world.say("tell slack to undo that")
    assert texts(world) == ["one"]


def test_the_limit_of_undoing_is_a_setting():
    with world_for(Setting()) as world:
        world.say("tell slack to send one")
        world.advance(297)
        assert world.say("tell slack to unsend that").heard == "Unsent from general."
        world.say("tell slack to send two")
        world.advance(301)
        assert world.say("tell slack to unsend that").heard.startswith("I unsend messages within 5")
        assert texts(world) == ["two"]


# ----------------------------------------------------------------------------- Slack at its worst


@pytest.mark.parametrize(
    ("method", "ask", "said"),
    [
        (
            "chat.delete",
            "tell slack to unsend that",
            "Your message to general was not unsent: Slack does not allow it.",
        ),
        (
            "chat.update",
            "tell slack to change that to two",
            "Your message to general was not changed: Slack does not allow it.",
        ),
    ],
)
def test_what_slack_does_not_allow_is_told_once(world, method, ask, said):
    world.say("tell slack to send one")
    codes = {"chat.delete": "cant_delete_message", "chat.update": "edit_window_closed"}
    world.parts.workspace.faults.add(parse_fault(codes[method]), method=method)
    assert world.say(ask).heard == said
    assert texts(world) == ["one"]
    assert world.say("ask slack for replies").heard == "No replies."


def test_a_slack_that_hangs_is_said_to_be_asked_and_the_end_is_told_when_it_is_known(world):
    world.say("tell slack to send one")
    fault = parse_fault("500 until cleared")
    world.parts.workspace.faults.add(fault, method="chat.delete")
    assert world.say("tell slack to unsend that").heard == "I am taking it back from general."
    world.advance(2000)
    world.parts.workspace.faults.clear()
    said = world.say("ask slack for replies").heard
    assert said.startswith("I could not confirm that your message to general was unsent.")
    assert texts(world) == ["one"]


def test_an_emoji_that_the_workspace_does_not_have_is_told(world):
    read_something(world)
    world.parts.workspace.faults.add(parse_fault("invalid_name"), method="reactions.add")
    said = world.say("tell slack to react with tada").heard
    assert said.endswith("was not added: your Slack has no such emoji.")


def test_without_a_link_nothing_is_done():
    with world_for(Setting(), linked=False) as world:
        for ask in ("react with tada", "unsend that", "undo that", "change that to two"):
            assert world.say(f"tell slack to {ask}").heard.startswith("Earshot is not linked")


# ------------------------------------------------------------------------------- AWS at its worst

ASKED = ["react with tada", "unsend that", "undo that", "change that to two", "like that message"]


@pytest.mark.parametrize("ask", ASKED)
@pytest.mark.parametrize("after", range(7))
def test_a_mailbox_that_cannot_be_read_claims_nothing(flaky, ask, after):
    with world_for(Setting(), clients=flaky.clients) as world:
        read_something(world)
        world.say("alexa, tell slack to send one")
        flaky.arm(refused(*READS, after=after))
        said = world.say(f"tell slack to {ask}").heard
        flaky.disarm()
        world.advance(60)
        done = [
            receipt
            for receipt in action_receipts(world)
            if receipt.state is DeliveryState.CONFIRMED
        ]
        if said in {UNREACHABLE, NOT_DONE}:
            assert done == []
        elif "On its way" in said or "taking it back" in said:
            assert len(done) == 1
        elif not said.startswith(("You have", "I have", "There is")):
            assert len(done) == 1
            assert said.startswith(("Added", "Unsent", "Changed"))


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("ask", ["react with tada", "unsend that", "change that to two"])
def test_a_queue_that_fails_is_told_and_what_is_told_is_so(ask, trouble):
    flaky = Flaky("skill", "sqs")
    with world_for(Setting(), clients=flaky.clients) as world:
        read_something(world)
        world.say("alexa, tell slack to send one")
        flaky.arm(lambda _n, operation: trouble if operation == "send_message" else None)
        said = world.say(f"tell slack to {ask}").heard
        flaky.disarm()
        world.advance(600)
        assert (said, texts(world), reactions(world)) == (NOT_DONE, ["one"], [])
        assert queued(world) == 0
        assert {receipt.state for receipt in action_receipts(world)} == {DeliveryState.WITHDRAWN}


@pytest.mark.parametrize("ask", ["react with tada", "unsend that", "change that to two"])
def test_a_first_receipt_that_cannot_be_written_does_nothing(flaky, ask):
    with world_for(Setting(), clients=flaky.clients) as world:
        read_something(world)
        world.say("alexa, tell slack to send one")
        flaky.arm(refused("put_item"))
        assert world.say(f"tell slack to {ask}").heard == NOT_DONE
        flaky.disarm()
        world.advance(60)
        assert (texts(world), reactions(world)) == (["one"], [])


# --------------------------------------------------------------------------- before it is posted


def test_a_message_that_waits_is_withdrawn_for_good(world):
    world.fail("429 for 30 s")
    world.say("tell slack to send one")
    assert world.say("tell slack to undo").heard == "OK. Your message to general was not sent."
    assert world.echo.repeat_last_request().heard == "OK. Your message to general was not sent."
    world.advance(600)
    assert (texts(world), action_receipts(world)) == ([], [])


def test_a_message_that_may_be_posted_already_is_not_said_to_be_withdrawn(world):
    world.fail("503 after storing until cleared")
    world.fail("503 until cleared", "conversations.history")
    world.say("tell slack to send one")
    said = world.say("tell slack to unsend that").heard
    assert said == "Your message to general is just on its way. Say unsend that again in a moment."
    world.parts.workspace.faults.clear()
    world.advance(120)
    assert world.say("tell slack to unsend that").heard == "Unsent from general."
    assert texts(world) == []
