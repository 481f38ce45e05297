"""One damaged item, or one step that fails, stops nothing beside it; and what it hides is told."""

from collections.abc import Mapping
from typing import Any

import pytest

from bridge.outbox.batches import batch
from local.conversations.steps import Setting
from local.world.played import PlayedInProcess, world_for
from postbox.links.stores.links import PERSONAL
from postbox.outbox.receipt import DeliveryState
from postbox.outbox.receipts import Receipts
from postbox.store import directory_keys, keys
from postbox.store.items import put, update
from tests.delivery.flaky import Flaky, Trouble
from tests.delivery.observed import dead_letters, queued, receipts, texts
from tests.entry.faults.batches import batch_of, delivered, lost, said_before_delivery
from tests.entry.talking import table

DAMAGED = {"attempts": "several", "text": "never to be logged"}


def damage(world: PlayedInProcess, number: int, changes: Mapping[str, Any]) -> None:
    """Make one of the receipts, oldest first, what nobody can read."""
    receipt = receipts(world)[number]
    key = keys.sent(PERSONAL, receipt.spoken_at, receipt.command_id)
    table(world).apply(update(key, changes))


def test_a_damaged_receipt_keeps_no_message_beside_it_from_being_posted(world: PlayedInProcess):
    said_before_delivery(
        world, "tell slack to send the build is red", "tell slack to send lunch is here to random"
    )
    damage(world, 0, DAMAGED)
    assert delivered(world, batch_of(world)) == {"batchItemFailures": []}
    assert (texts(world), texts(world, "#random")) == ([], ["lunch is here"])


def test_whose_receipt_is_damaged_is_told_that_nobody_knows_and_can_send_it_again(world):
    said_before_delivery(world, "tell slack to send the build is red")
    damage(world, 0, DAMAGED)
    delivered(world, batch_of(world))
    told = world.say("open slack").heard
    assert told.startswith("I could not confirm that your message to general was sent.")
    world.say("yes")
    assert texts(world) == ["the build is red"]
    assert [letter["reason"] for letter in dead_letters(world)] == [
        "Receipt: field 'attempts' is not <class 'int'>"
    ]


def test_a_damaged_receipt_of_what_is_settled_costs_nothing(world):
    said_before_delivery(world, "tell slack to send the build is red")
    records = batch_of(world)
    world.parts.post(records)
    damage(world, 0, DAMAGED)
    assert world.parts.post(records) == {"batchItemFailures": []}
    assert texts(world) == ["the build is red"]
    assert "confirm" not in world.say("open slack").heard


def test_a_record_over_which_every_worker_stumbles_waits_alone_and_is_told_of(world, monkeypatch):
    said_before_delivery(
        world, "tell slack to send the build is red", "tell slack to send lunch is here to random"
    )
    deliver = batch.deliver

    def stumble(commands, *others):
        if commands[0].text == "the build is red":
            raise ZeroDivisionError
        return deliver(commands, *others)

    monkeypatch.setattr(batch, "deliver", stumble)
    assert len(delivered(world, batch_of(world))["batchItemFailures"]) == 1
    assert texts(world, "#random") == ["lunch is here"]
    world.advance(300)
    assert (texts(world), texts(world, "#random")) == ([], ["lunch is here"])
    assert queued(world) == 1
    world.advance(2000)
    assert queued(world) == 0
    told = world.say("ask slack for replies").heard
    assert told.startswith("Your message to general was not sent:")


BROKEN_ITEMS = {
    "a receipt": keys.sent(PERSONAL, 1.0, "m"),
    "a receipt of an action": keys.action(PERSONAL, 1.0, "a"),
    "a held message": keys.held(PERSONAL, 1.0, "m"),
    "bad news": keys.notice(PERSONAL, 1.0, "m"),
    "a scheduled message": keys.scheduled(PERSONAL, 9_999_999_999.0, "m"),
}


@pytest.mark.parametrize("key", BROKEN_ITEMS.values(), ids=BROKEN_ITEMS)
def test_what_nobody_can_read_of_a_link_stops_nothing_that_it_says_or_asks(world, key):
    table(world).apply(put({**key, "version": 2, "state": 5, "command": "x", "text": 7}))
    assert world.say("tell slack to send the build is green").heard.endswith("Sent to general.")
    world.advance(600)
    assert "Something went wrong" not in world.say("ask slack did it go through").heard
    assert "Something went wrong" not in world.say("ask slack for my scheduled messages").heard
    assert world.parts.refresh({"detail-type": "Scheduled Event"})["problem"] is None


BROKEN_STEPS = {
    "the link": (keys.profile(PERSONAL), {"state": "?"}),
    "a held message": (keys.held(PERSONAL, 1.0, "m"), {"command": 1}),
    "the names": (directory_keys.listing("{team}"), {"version": 1, "started_at": "yesterday"}),
    "the gaps": (keys.backfill("{team}"), {"version": 1, "is_wanted": "perhaps"}),
}


@pytest.mark.parametrize(("key", "item"), BROKEN_STEPS.values(), ids=BROKEN_STEPS)
def test_whatever_step_of_the_upkeep_fails_a_lost_message_is_told_of(world, key, item):
    said_before_delivery(world, "tell slack to send the build is red")
    lost(world)
    team = world.parts.workspace.team_id
    key = {name: part.replace("{team}", team) for name, part in key.items()}
    table(world).apply(update(key, item))
    world.advance(2000)
    assert receipts(world)[0].state is DeliveryState.FAILED
    assert Receipts(table(world)).messages(PERSONAL, 1)[0].state is DeliveryState.FAILED


def test_a_link_that_nobody_can_read_is_made_anew(world):
    table(world).apply(update(keys.profile(PERSONAL), {"state": "?"}))
    world.parts.refresh({"detail-type": "Scheduled Event"})
    assert world.say("tell slack to send hello").heard == "Sent to general."


def test_a_table_that_refuses_one_step_of_the_upkeep_leaves_the_others():
    flaky = Flaky("refresh", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        said_before_delivery(world, "tell slack to send the build is red")
        lost(world)
        world.parts.clock.step(2000)
        for nth in range(1, 12):
            flaky.arm(lambda number, _, nth=nth: Trouble.REFUSED if number == nth else None)
            assert world.parts.refresh({"detail-type": "Scheduled Event"})["linked"] or nth < 6
        assert receipts(world)[0].state is DeliveryState.FAILED


def test_what_is_set_aside_is_logged_and_counted_without_its_text(caplog, capsys):
    with world_for(Setting(), loud=True) as world:
        said_before_delivery(world, "tell slack to send the build is red")
        damage(world, 0, DAMAGED)
        delivered(world, batch_of(world))
        key = keys.notice(PERSONAL, 1.0, "m")
        table(world).apply(put({**key, "version": 2, **DAMAGED, "text": "nor this one"}))
        world.parts.refresh({"detail-type": "Scheduled Event"})
        world.say("open slack")
    logged = [vars(record) for record in caplog.records]
    kinds = [line["kind"] for line in logged if line["message"] == "set aside"]
    assert list(dict.fromkeys(kinds)) == ["Receipt", "Notice"]
    everything = str(logged) + capsys.readouterr().out
    assert "SetAside" in everything
    assert "never to be logged" not in everything
    assert "nor this one" not in everything
    assert "the build is red" not in everything
