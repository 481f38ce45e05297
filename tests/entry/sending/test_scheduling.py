"""Messages for later: read back, scheduled once, listed and cancelled, whatever fails."""

from dataclasses import replace

import pytest

from local.conversations.steps import Setting
from local.world.played import world_for
from postbox.links.stores.links import PERSONAL, Links
from tests.delivery.flaky import Flaky, Trouble
from tests.delivery.observed import queued, texts
from tests.entry.sending.composing import refused
from tests.entry.talking import action_receipts, in_slack, scheduled, table

AFTERNOON = Setting(timezone="America/New_York", clock="2026-11-20 16:30")
NOT_DONE = "I could not take that, so nothing was done. Please say it again in a moment."
ASK = "tell slack to schedule lunch is ready to general at five"
READ_BACK = "At 5 PM to general: lunch is ready. Send it then, send it now, or cancel?"


@pytest.fixture
def world():
    with world_for(AFTERNOON) as world:
        yield world


# ------------------------------------------------------------------------------------ what is said


def test_a_repeated_request_schedules_once(world):
    assert world.say(ASK).heard == READ_BACK
    said = world.say("send it then").heard
    assert said == "Scheduled to general, at 5 PM. Anything else?"
    assert world.echo.repeat_last_request().heard == said
    assert [text for text, _ in in_slack(world)] == ["lunch is ready"]
    assert len(scheduled(world)) == 1
    world.advance(2000)
    assert texts(world) == ["lunch is ready"]


def test_a_repeated_request_cancels_once_and_says_the_same(world):
    world.say(ASK)
    world.say("yes")
    said = world.say("cancel my scheduled messages").heard
    assert said == "Cancelled your message to general. Anything else?"
    assert world.echo.repeat_last_request().heard == said
    assert (in_slack(world), scheduled(world), len(action_receipts(world))) == ([], [], 2)


def test_several_recipients_get_one_each(world):
    world.say("tell slack to schedule water is off to general and random at six")
    said = world.say("send it then").heard
    assert said == "Scheduled to general and random, at 6 PM. Anything else?"
    assert [text for text, _ in in_slack(world)] == ["water is off"] * 2
    said = world.say("cancel all of them").heard
    assert said == "Cancelled your message to general and random. Anything else?"
    assert in_slack(world) == []


def test_without_a_known_zone_the_time_is_said_to_be_utc():
    with world_for(Setting(clock="2026-11-20 16:30")) as world:
        links = Links(table(world))
        before = links.get(PERSONAL)
        links.save(before, replace(before, zone=""))
        said = world.say(ASK).heard
        assert said == READ_BACK.replace("5 PM", "5 PM UTC")


def test_the_echos_zone_goes_before_that_of_the_slack_profile(world):
    world.parts.alexa.time_zone = "Europe/Berlin"
    # 16:30 in New York is 22:30 in Berlin.
    said = world.say(ASK).heard
    assert said.startswith("Tomorrow at 5 PM to general")


def test_a_time_that_has_come_before_the_answer_is_not_scheduled(world):
    world.say("tell slack to schedule lunch is ready to general in one minute")
    world.advance(50)
    said = world.say("send it then").heard
    assert said == (
        "It is that time already. To general: lunch is ready. Send it, change it, or cancel?"
    )
    assert (in_slack(world), texts(world)) == ([], [])
    world.say("send it")
    assert texts(world) == ["lunch is ready"]


def test_what_is_read_back_with_a_time_is_sent_by_no_other_word(world):
    for answer in ("no", "cancel", "help", "what did you say", "banana"):
        world.say(ASK)
        world.say(answer)
        world.echo.end_session()
    assert (in_slack(world), texts(world), action_receipts(world)) == ([], [], [])


def test_a_time_takes_the_place_of_the_one_before(world):
    world.say("tell slack to send lunch is ready to general")
    world.say(ASK)
    assert world.say("at half past six").heard == READ_BACK.replace("5 PM", "6:30 PM")
    assert world.say("send it at seven").heard == READ_BACK.replace("5 PM", "7 PM")
    assert world.say("tomorrow morning").heard.startswith("Tomorrow at 9 AM to general: lunch")
    assert world.say("in random").heard.startswith("Tomorrow at 9 AM to random: lunch")


# --------------------------------------------------------------------------------- Slack's words


def test_what_slack_refuses_to_schedule_is_told_and_not_listed(world):
    world.fail("restricted_too_many", "chat.scheduleMessage")
    world.say(ASK)
    said = world.say("send it then").heard
    assert said.startswith("Your message to general was not scheduled: Slack takes no more")
    assert world.say("what have i scheduled").heard.startswith("Nothing is scheduled.")


def test_a_slack_that_is_busy_gets_it_a_moment_later(world):
    world.fail("429 for 30 s", "chat.scheduleMessage")
    world.say(ASK)
    said = world.say("send it then").heard
    assert said.startswith("I am leaving it with Slack, to general, at 5 PM.")
    assert world.say("what have i scheduled").heard.startswith("You have scheduled one message: at")
    world.advance(60)
    assert [text for text, _ in in_slack(world)] == ["lunch is ready"]


def test_one_that_slack_does_not_have_yet_is_cancelled_too(world):
    world.fail("429 for 30 s", "chat.scheduleMessage")
    world.say(ASK)
    world.say("send it then")
    assert world.say("cancel my scheduled message").heard.startswith("Cancelled your message")
    assert world.say("what have i scheduled").heard.startswith("Nothing is scheduled.")
    world.advance(3000)
    assert (in_slack(world), texts(world)) == ([], [])


def test_what_cannot_be_cancelled_is_told_and_listed_again(world):
    world.say(ASK)
    world.say("send it then")
    world.fail("not_allowed_token_type", "chat.deleteScheduledMessage")
    said = world.say("cancel my scheduled message").heard
    assert said.startswith("Your scheduled message to general was not cancelled:")
    assert world.say("what have i scheduled").heard.startswith("You have scheduled one message: at")


# ------------------------------------------------------------------------------- AWS at its worst


@pytest.mark.parametrize("trouble", Trouble)
def test_a_queue_that_fails_leaves_nothing_scheduled(trouble):
    flaky = Flaky("skill", "sqs")
    with world_for(AFTERNOON, clients=flaky.clients) as world:
        world.say(ASK)
        flaky.arm(lambda _n, operation: trouble if operation == "send_message" else None)
        assert world.say("send it then").heard == f"{NOT_DONE} Anything else?"
        flaky.disarm()
        world.advance(60)
        assert (in_slack(world), scheduled(world), queued(world)) == ([], [], 0)
        assert world.say("what have i scheduled").heard.startswith("Nothing is scheduled.")


@pytest.mark.parametrize("trouble", Trouble)
def test_a_queue_that_fails_leaves_what_is_scheduled(trouble):
    flaky = Flaky("skill", "sqs")
    with world_for(AFTERNOON, clients=flaky.clients) as world:
        world.say(ASK)
        world.say("send it then")
        flaky.arm(lambda _n, operation: trouble if operation == "send_message" else None)
        assert world.say("cancel my scheduled messages").heard == f"{NOT_DONE} Anything else?"
        flaky.disarm()
        world.advance(60)
        assert [text for text, _ in in_slack(world)] == ["lunch is ready"]
        said = world.say("what have i scheduled").heard
        assert said.startswith("You have scheduled one message: at 5 PM to general")


@pytest.mark.parametrize("operation", ["transact_write_items", "put_item", "query", "get_item"])
def test_a_mailbox_that_fails_schedules_nothing_or_says_what_it_did(operation):
    flaky = Flaky("skill", "dynamodb")
    with world_for(AFTERNOON, clients=flaky.clients) as world:
        world.say(ASK)
        flaky.arm(refused(operation))
        said = world.say("send it then").heard
        flaky.disarm()
        world.advance(60)
        if in_slack(world):
            assert said.startswith(("Scheduled", "I am leaving it"))
        else:
            assert said.startswith(("I could not take", "I can't reach"))
        assert len(in_slack(world)) == len(scheduled(world))
