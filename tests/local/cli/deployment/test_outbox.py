"""`earshot outbox`: what the person who runs Earshot sees and does about what was not posted."""

from types import SimpleNamespace

import pytest

from local.cli.commands.deployment import outbox
from local.cli.deployment import Deployed
from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess, world_for
from postbox.links.stores.links import PERSONAL
from postbox.outbox.queue import DeadLetters
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.outbox.receipts import Receipts
from postbox.store.table import Table
from tests.local.cli.conftest import Command


@pytest.fixture
def world(monkeypatch):
    with world_for(Setting()) as world:
        cloud = world.parts.cloud
        deployed = Deployed(
            "local", "us-east-1", None, TABLE, cloud.outbox_url, cloud.dead_letter_url, ""
        )
        monkeypatch.setattr(outbox, "deployed_as", lambda stage, region: deployed)
        monkeypatch.setattr(outbox, "time", SimpleNamespace(time=world.parts.clock))
        yield world


def receipts(world: PlayedInProcess) -> list[Receipt]:
    """Return the receipts, newest first."""
    table = Table(world.parts.cloud.client("dynamodb"), TABLE)
    return Receipts(table).messages(PERSONAL, 100)


def bury_unread(world: PlayedInProcess, body: str, name: str) -> None:
    cloud = world.parts.cloud
    letters = DeadLetters(cloud.client("sqs"), cloud.dead_letter_url)
    letters.bury(body, command_id=name, reason="unreadable: not JSON")


def letters_left(world: PlayedInProcess) -> int:
    """Return how many dead letters there are, hidden ones too."""
    cloud = world.parts.cloud
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    attributes = cloud.client("sqs").get_queue_attributes(
        QueueUrl=cloud.dead_letter_url, AttributeNames=names
    )["Attributes"]
    return sum(int(attributes[name]) for name in names)


def listed(earshot: Command, world: PlayedInProcess) -> str:
    """Return the list a second later: what another call saw is then there again."""
    world.parts.clock.step(1)
    result = earshot("outbox", "list")
    assert result.exit_code == 0
    return result.stdout


@pytest.fixture
def buried(world: PlayedInProcess) -> str:
    """The id of a message that Slack did not take."""
    world.fail("message_limit_exceeded")
    world.say("tell slack to send the talk is about swordfish")
    assert letters_left(world) == 1
    return receipts(world)[0].command_id


def test_what_was_spoken_is_listed_with_its_state_and_never_its_text(earshot, world, buried):
    world.say("tell slack to send the other talk is about trout")
    shown = listed(earshot, world)
    newest, oldest = receipts(world)
    for receipt in (newest, oldest):
        assert receipt.command_id in shown
    assert oldest.command_id == buried
    assert (newest.state, oldest.state) == (DeliveryState.CONFIRMED, DeliveryState.FAILED)
    for word in ("confirmed", "failed", "general", "Dead letters"):
        assert word in shown
    assert "swordfish" not in shown
    assert "trout" not in shown


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_an_id_is_shown_whole_so_that_it_can_be_copied(
    earshot, world, buried, monkeypatch, columns
):
    monkeypatch.setenv("COLUMNS", columns)
    assert listed(earshot, world).count(buried) == 2


def test_when_nothing_was_buried_it_says_so(earshot, world):
    assert "No dead letters." in listed(earshot, world)


def test_looking_takes_nothing_away(earshot, world, buried):
    assert listed(earshot, world) == listed(earshot, world)
    assert letters_left(world) == 1


def test_a_letter_is_sent_again_once_as_a_new_message(earshot, world, buried):
    world.advance(3600)
    result = earshot("outbox", "retry", buried)
    assert result.exit_code == 0
    world.settle()
    assert [post.text for post in world.posts("#general")] == ["the talk is about swordfish"]
    newest, oldest = receipts(world)
    assert newest.command_id != buried
    assert newest.command_id in result.stdout
    assert newest.state is DeliveryState.CONFIRMED
    assert (oldest.command_id, oldest.state) == (buried, DeliveryState.FAILED)
    assert letters_left(world) == 0
    again = earshot("outbox", "retry", buried)
    assert again.exit_code == 1
    assert f"There is no dead letter {buried}." in again.stderr
    world.advance(60)
    assert len(world.posts("#general")) == 1


def test_a_letter_that_fails_again_is_a_letter_again(earshot, world, buried):
    world.fail("message_limit_exceeded")
    earshot("outbox", "retry", buried)
    world.settle()
    assert letters_left(world) == 1
    assert earshot("outbox", "retry", receipts(world)[0].command_id).exit_code == 0
    world.settle()
    assert [post.text for post in world.posts("#general")] == ["the talk is about swordfish"]


def test_a_letter_that_nobody_can_read_cannot_be_sent_again_and_stays(earshot, world):
    bury_unread(world, "{not json", "first")
    result = earshot("outbox", "retry", "-")
    assert result.exit_code == 1
    assert "cannot be read" in result.stderr
    assert "unreadable: not JSON" in listed(earshot, world)
    assert letters_left(world) == 1


def test_a_dropped_letter_is_gone_and_the_others_are_there_at_once(earshot, world, buried):
    bury_unread(world, "{not json", "first")
    bury_unread(world, "not json either", "second")
    for number, letter in enumerate(["-", "-", buried], start=1):
        world.parts.clock.step(1)
        assert earshot("outbox", "drop", letter).stdout == "Dropped.\n"
        assert letters_left(world) == 3 - number
    assert world.posts("#general") == []


@pytest.mark.parametrize("command", ["retry", "drop"])
def test_an_id_that_is_none_is_said_and_the_letters_stay(earshot, world, buried, command):
    result = earshot("outbox", command, "other")
    assert result.exit_code == 1
    assert "There is no dead letter other. See: earshot outbox list" in result.stderr
    assert buried in listed(earshot, world)


def test_more_letters_than_one_call_gives_are_listed(earshot, world):
    for number in range(23):
        bury_unread(world, "{}", f"letter {number}")
    assert listed(earshot, world).count("unreadable: not JSON") == 23
