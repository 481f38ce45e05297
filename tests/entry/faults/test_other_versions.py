"""What a newer Earshot wrote is waited for, then told of; what the one before wrote is read."""

import json

import pytest

from local.world.played import PlayedInProcess
from postbox.links.stores.links import PERSONAL
from postbox.outbox.commands import SendMessage
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.outbox.receipt_life import opened
from postbox.outbox.receipts import Receipts
from postbox.store import keys
from postbox.store.codec import to_record
from postbox.store.items import put, update
from tests.delivery.observed import dead_letters, queued, receipts, texts
from tests.entry.talking import table


def message(world: PlayedInProcess, text: str = "the build is red") -> SendMessage:
    workspace = world.parts.workspace
    return SendMessage(
        id="message-1",
        link_id=PERSONAL,
        team_id=workspace.team_id,
        conversation_id=workspace.find_conversation("#general").id,
        conversation_name="general",
        spoken_at=world.parts.clock(),
        locale="en-US",
        text=text,
    )


def newer(record: dict) -> dict:
    """Return a record as the next version may write it."""
    return {**record, "version": record["version"] + 1, "priority": {"is_high": True}}


def enqueue(world: PlayedInProcess, record: dict, group: str = "newer") -> None:
    cloud = world.parts.cloud
    cloud.client("sqs").send_message(
        QueueUrl=cloud.outbox_url,
        MessageBody=json.dumps(record),
        MessageGroupId=group,
        MessageDeduplicationId=str(record.get("id")),
    )


def test_a_newer_versions_message_waits_for_it_and_others_go_on(world: PlayedInProcess):
    sent = message(world)
    Receipts(table(world)).open(sent)
    enqueue(world, newer(to_record(sent)))
    assert world.say("tell slack to send lunch is here to random").heard == "Sent to random."
    world.advance(300)
    assert (texts(world), queued(world)) == ([], 1)
    assert dead_letters(world) == []
    assert receipts(world)[0].state is DeliveryState.QUEUED


def test_a_newer_versions_message_that_waited_in_vain_is_told_with_the_true_reason(world):
    sent = message(world)
    Receipts(table(world)).open(sent)
    enqueue(world, newer(to_record(sent)))
    world.advance(1000)
    told = world.say("open slack").heard
    assert told.startswith(
        "Your message to general was not sent: it was written by a newer version of Earshot."
    )
    assert world.say("yes").heard.startswith("Sent to general.")
    assert texts(world) == ["the build is red"]
    assert [letter["reason"] for letter in dead_letters(world)] == ["written by a newer version"]


def test_send_it_again_sends_what_a_newer_version_had_to_say(world):
    sent = message(world)
    Receipts(table(world)).open(sent)
    enqueue(world, newer(to_record(sent)))
    world.advance(1000)
    world.say("ask slack for replies")
    assert world.say("ask slack to send it again").heard.startswith("Sent to general.")
    assert texts(world) == ["the build is red"]


def test_a_newer_versions_receipt_is_left_to_it_until_nothing_can_come_of_it(world):
    sent = message(world)
    table(world).apply(
        put({**keys.sent(PERSONAL, sent.spoken_at, sent.id), **newer(to_record(opened(sent)))})
    )
    enqueue(world, to_record(sent), f"{sent.team_id}.{sent.conversation_id}")
    world.advance(300)
    assert (texts(world), queued(world)) == ([], 1)
    world.advance(700)
    assert queued(world) == 0
    told = world.say("ask slack for replies").heard
    assert told.startswith("I could not confirm that your message to general was sent.")


def test_what_a_newer_version_settled_is_settled(world):
    sent = message(world)
    settled = {**newer(to_record(opened(sent))), "state": "confirmed"}
    table(world).apply(put({**keys.sent(PERSONAL, sent.spoken_at, sent.id), **settled}))
    enqueue(world, to_record(sent))
    world.advance(30)
    assert (texts(world), queued(world)) == ([], 0)
    world.advance(3000)
    assert "confirm" not in world.say("open slack").heard


def test_a_kind_of_command_that_only_a_newer_version_knows_is_told_of_in_general_words(world):
    sent = message(world)
    record = {**newer(to_record(sent)), "kind": "set_status"}
    key = keys.action(PERSONAL, sent.spoken_at, sent.id)
    table(world).apply(put({**key, **newer(to_record(opened(sent))), "kind": "set_status"}))
    enqueue(world, record)
    world.advance(1000)
    told = world.say("ask slack for replies").heard
    assert told.startswith("I could not confirm that what you asked for in general was done.")


@pytest.mark.parametrize("state", ["queued", "posting"])
def test_what_version_1_left_in_queue_and_table_is_posted(world, state):
    sent = message(world)
    receipt = {
        "version": 1,
        "message_id": sent.id,
        "link_id": PERSONAL,
        "conversation_id": sent.conversation_id,
        "conversation_name": "general",
        "spoken_at": sent.spoken_at,
        "state": state,
        "attempts": 1,
        "claimed_until": sent.spoken_at if state == "posting" else None,
        "revision": 1,
    }
    table(world).apply(put({**keys.sent(PERSONAL, sent.spoken_at, sent.id), **receipt}))
    kevin = world.parts.workspace.find_person("Kevin").id
    record = {
        "version": 1,
        "id": sent.id,
        "link_id": PERSONAL,
        "team_id": sent.team_id,
        "conversation_id": sent.conversation_id,
        "conversation_name": "general",
        "text": "Kevin Park it is red",
        "spoken_at": sent.spoken_at,
        "locale": "en-US",
        "mentions": [f"0:10:{kevin}"],
    }
    enqueue(world, record)
    world.advance(60)
    assert texts(world) == ["@Kevin Park it is red"]
    found = Receipts(table(world)).messages(PERSONAL, 1)[0]
    assert (found.state, found.revision > 1) == (DeliveryState.CONFIRMED, True)
    assert isinstance(found, Receipt)


def test_a_receipt_that_a_newer_worker_has_in_hand_is_on_its_way_for_the_skill(world):
    """Functions are replaced one by one: the skill may be older than who posts."""
    poll = world.parts.queue.poll

    def taken_by_a_newer_worker() -> int:
        for receipt in receipts(world):
            key = keys.sent(PERSONAL, receipt.spoken_at, receipt.command_id)
            table(world).apply(update(key, {"version": 3, "state": "claimed"}))
        return 0

    world.parts.queue.poll = taken_by_a_newer_worker
    said = world.say("tell slack to send hello").heard
    world.parts.queue.poll = poll
    assert said == "On its way to general."


@pytest.mark.parametrize(
    ("kept", "heard"),
    [
        ({"version": 1, "text": "Kevin says: lunch?"}, "Kevin says: lunch?"),
        (
            {"said": [["tomorrows_sentence", {"text": "lunch?"}, 100]]},
            "There is nothing to repeat.",
        ),
        (
            {"said": [["says", {"who": "Kevin", "text": "lunch?"}, 100]]},
            "There is nothing to repeat.",
        ),
    ],
    ids=["words of version 1", "a sentence that is not there yet", "other variables"],
)
def test_an_answer_that_another_version_kept_is_repeated_where_it_can_be(world, kept, heard):
    world.write("Kevin Park", "@Kevin Park", "lunch?")
    assert world.say("ask slack for replies").heard == "Kevin says: lunch?"
    key = keys.answer(PERSONAL)
    item = table(world).get(key)
    assert item is not None
    table(world).apply(put({**item, **kept}))
    world.echo.end_session()
    assert world.say("ask slack to repeat that").heard == heard
