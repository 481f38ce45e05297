"""Whatever Slack does to a post, it is there once in the end, and what was said of it is true."""

import pytest

from local.world.played import PlayedInProcess
from postbox.outbox.receipt import DeliveryState
from tests.delivery.observed import queued, receipts, texts
from tests.delivery.slack_faults import CODES, NOTHING_STORED, STORED


@pytest.mark.parametrize("fault", [*NOTHING_STORED, *STORED, *CODES])
@pytest.mark.parametrize("times", ["once", "twice"])
def test_a_post_that_goes_wrong_is_there_once_in_the_end(world: PlayedInProcess, fault, times):
    world.fail(fault if " for " in fault else f"{fault} {times}")
    said = world.say("tell slack to send the build is green")
    if said.heard == "Sent to general.":
        assert texts(world) == ["the build is green"]
    else:
        assert said.heard == "On its way to general."
    world.advance(120)
    assert texts(world) == ["the build is green"]
    assert [receipt.state for receipt in receipts(world)] == [DeliveryState.CONFIRMED]
    assert queued(world) == 0
    assert world.say("ask slack did it go through").heard.startswith("Yes.")


@pytest.mark.parametrize("fault", STORED)
def test_a_stored_post_whose_answer_was_lost_is_found_and_not_made_again(world, fault):
    world.fail(fault)
    world.say("tell slack to send the build is green")
    world.advance(60)
    assert world.parts.workspace.calls["chat.postMessage"] == 1
    assert world.parts.workspace.calls["conversations.history"] == 1


@pytest.mark.parametrize("fault", ["429", "is_archived", "account_inactive"])
def test_a_clear_answer_costs_no_read_back(world, fault):
    world.fail(fault)
    world.say("tell slack to send the build is green")
    world.advance(60)
    assert world.parts.workspace.calls["conversations.history"] == 0


def test_a_post_is_ordinary_when_slack_is_well(world):
    assert world.say("tell slack to send hi").heard == "Sent to general."
    assert world.parts.workspace.calls["chat.postMessage"] == 1
    assert world.parts.workspace.calls["conversations.history"] == 0


def test_messages_behind_a_troubled_one_wait_for_it(world):
    world.fail("drops the answer")
    world.say("tell slack to send one")
    world.say("tell slack to send two")
    world.say("tell slack to send three")
    world.advance(120)
    assert texts(world) == ["one", "two", "three"]


def test_a_slack_that_never_gets_well_ends_in_words_and_a_dead_letter(world):
    world.fail("500 until cleared", "chat.postMessage")
    world.say("tell slack to send hello")
    world.advance(1200)
    assert texts(world) == []
    (receipt,) = receipts(world)
    assert receipt.state is DeliveryState.FAILED
    said = world.say("ask slack for replies").heard
    assert said.startswith("Your message to general was not sent: Slack could not be reached")
    assert world.say("ask slack for replies").heard == "No replies."


def test_a_post_that_can_never_be_found_out_about_is_told_as_that(world):
    world.fail("drops the answer")
    world.say("tell slack to send hello")
    world.fail("500 until cleared", "conversations.history")
    world.advance(1200)
    assert texts(world) == ["hello"]
    (receipt,) = receipts(world)
    assert receipt.state is DeliveryState.DOUBTFUL
    assert "could not confirm" in world.say("ask slack for replies").heard
