"""Mentions reach Slack as such, also after a hold or a retry."""

import pytest

from local.cli.dead_letters import DeadLetterBox, retry
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess
from postbox.links.stores.links import PERSONAL
from postbox.outbox.commands import Mention, SendMessage
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipts import Receipts
from postbox.store.table import Table


@pytest.fixture
def outbox(world: PlayedInProcess) -> OutboxQueue:
    cloud = world.parts.cloud
    return OutboxQueue(cloud.client("sqs"), cloud.outbox_url)


@pytest.fixture
def receipts(world: PlayedInProcess) -> Receipts:
    return Receipts(Table(world.parts.cloud.client("dynamodb"), TABLE))


@pytest.fixture
def message(world: PlayedInProcess) -> SendMessage:
    workspace = world.parts.workspace
    return SendMessage(
        id="message-1",
        link_id=PERSONAL,
        team_id=workspace.team_id,
        conversation_id=workspace.find_conversation("#general").id,
        conversation_name="general",
        text="<!here> ask @Ana Lima",
        spoken_at=world.parts.clock(),
        locale="en-US",
        mentions=(Mention(12, 21, workspace.find_person("Ana").id), Mention(9, 2, "nobody")),
    )


def raw(world: PlayedInProcess) -> list[str]:
    """Return what Slack keeps of general's messages."""
    workspace = world.parts.workspace
    return [message.text for message in workspace.messages(workspace.find_conversation("#general"))]


def expected(world: PlayedInProcess) -> str:
    return f"&lt;!here&gt; ask <@{world.parts.workspace.find_person('Ana').id}>"


def test_a_mention_is_posted_as_one_and_the_rest_as_it_was_said(world, outbox, message):
    outbox.send(message)
    world.settle()
    assert raw(world) == [expected(world)]
    assert world.posts("#general")[0].text == "<!here> ask @Ana Lima"


def test_a_held_message_keeps_its_mentions(world, outbox, message):
    world.revoke()
    outbox.send(message)
    world.settle()
    assert raw(world) == []
    world.relink()
    world.advance(10)
    assert raw(world) == [expected(world)]


def test_a_dead_letter_that_is_sent_again_keeps_its_mentions(world, outbox, receipts, message):
    world.fail("is_archived")
    outbox.send(message)
    world.settle()
    cloud = world.parts.cloud
    (letter,) = DeadLetterBox(cloud.client("sqs"), cloud.dead_letter_url).all()
    retry(letter, receipts, outbox, world.parts.clock())
    world.settle()
    assert raw(world) == [expected(world)]
