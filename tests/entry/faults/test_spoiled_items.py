"""Each kind of item in the table, spoiled: every function goes on answering, and the rest works."""

import inspect
from collections.abc import Callable, Iterator

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess, world_for
from postbox.directory.change import ChangeKind, DirectoryChange
from postbox.directory.stores.changes import DirectoryChanges
from postbox.directory.stores.listings import Listings
from postbox.inbox.read_state import MessageOffset
from postbox.inbox.stores.attention_writes import late_write
from postbox.inbox.stores.backfills import Backfills
from postbox.inbox.stores.followers import Followers
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.read_state_writes import message_offset_write
from postbox.links.stores.aliases import Alias, Aliases
from postbox.links.stores.links import PERSONAL
from postbox.links.stores.owners import Owners
from postbox.links.stores.preferences import Preferences
from postbox.links.stores.quotas import SummaryQuota
from postbox.outbox.commands import SendMessage
from postbox.outbox.held import held_write
from postbox.outbox.notices import notice_write
from postbox.outbox.pauses import Pauses
from postbox.outbox.receipt_life import opened
from postbox.store import directory_keys, keys
from postbox.store.items import Item, put
from postbox.store.table import Table
from tests.delivery.observed import texts
from tests.entry.talking import table

WRONG = "Something went wrong"
NOBODYS = (
    "I can't tell any more whose Earshot this is, so I answer nobody. "
    "The owner can reset it on the computer, with earshot owner reset."
)
OWNER = "SPEAKER OWNER"
GARBAGE = '{"\x00not JSON'
KEY = {"pk", "sk"}

Spoil = Callable[[Item], Item]


def wrong_types(item: Item) -> Item:
    return {name: 7 if isinstance(value, str) else GARBAGE for name, value in item.items()}


def of_the_future(item: Item) -> Item:
    return {"version": 99, **{f"{name}_anew": value for name, value in item.items()}}


SPOILED: dict[str, Spoil] = {
    "wrong types": wrong_types,
    "of the future": of_the_future,
}


def kind_of(key: Item) -> str:
    """Return whose item it is and what: the fronts of its keys."""
    return " ".join(str(key[name]).split("#", maxsplit=1)[0] for name in ("pk", "sk"))


def kinds() -> list[str]:
    """Return every kind of item that the personal link's own keys are made for."""
    found = set()
    for module in (keys, directory_keys):
        for _, make in inspect.getmembers(module, inspect.isfunction):
            asked = inspect.signature(make)
            if asked.return_annotation is keys.Key and make is not keys.key_of:
                found.add(kind_of(make(*map(_any, asked.parameters.values()))))
    return sorted(found)


def _any(parameter: inspect.Parameter) -> int | str:
    return 1 if parameter.annotation in {int, float} else "x"


class Lived:
    """A world whose table holds an item of each kind, and can be put back to how it was."""

    def __init__(self, world: PlayedInProcess) -> None:
        self.world = world
        self.table: Table = table(world)
        self._rounds = 0
        self._live()

    def items(self) -> list[Item]:
        """Return all that is in the table."""
        pages = self.world.parts.cloud.client("dynamodb").get_paginator("scan")
        found = [item for page in pages.paginate(TableName=TABLE) for item in page["Items"]]
        keyed = [{name: item[name]["S"] for name in KEY} for item in found]
        return self.table.get_many(keyed)

    def spoil(self, kinds: str, spoil: Spoil) -> None:
        """Spoil the items whose kind begins so; a spoiled owner is a matter of its own."""
        for item in self.items():
            if not kind_of(item).startswith(kinds) or (kind_of(item) == OWNER != kinds):
                continue
            key = {name: item.pop(name) for name in sorted(KEY)}
            self.table.apply(put({**spoil(item), **key}))
        # What a function remembers hides what it would read.
        self.world.parts.start_cold()

    def _live(self) -> None:
        world, store, workspace = self.world, self.table, self.world.parts.workspace
        team, general = workspace.team_id, workspace.find_conversation("#general").id
        world.say("tell slack to send the build is red")
        ts = world.write("Kevin Park", "general", "which one?")
        world.write("Ana Lima", "general", "the old one", ts)
        world.react("Ana Lima", "general", ts, "eyes")
        world.settle()
        world.say("ask slack for replies")
        world.say("tell slack to schedule lunch at five to random")
        world.say("send it then")
        Followers(store).follow(team, general, ts, [PERSONAL], world.parts.clock())
        Backfills(store).want(team, world.parts.clock())
        world.parts.refresh({"detail-type": "Scheduled Event"})
        world.write("Kevin Park", "general", "and now?")
        world.settle()
        self._keep_what_is_rare(team, general, ts)

    def _keep_what_is_rare(self, team: str, general: str, ts: str) -> None:
        now, store = self.world.parts.clock(), self.table
        ana = self.world.parts.workspace.find_person("Ana")
        sent = SendMessage(
            id="old",
            link_id=PERSONAL,
            team_id=team,
            conversation_id=general,
            conversation_name="general",
            spoken_at=now - 100,
            locale="en-US",
            text="an old one",
        )
        boss = Alias(PERSONAL, "the boss", ana.id, "Ana Lima", "person", now)
        Aliases(store).learn(boss)
        Aliases(store).chosen_again(boss, "request")
        Preferences(store).choose(PERSONAL, "rate", "85")
        SummaryQuota(store).take(PERSONAL, now, 5)
        Pauses(store).set(team, now - 1)
        Listings(store).take_turn(team, now - 1000)
        DirectoryChanges(store).keep(
            DirectoryChange(team, ana.id, ChangeKind.PERSON, now - 2000, "Ev1"), now
        )
        store.apply(message_offset_write(PERSONAL, MessageOffset(general, ts, said=1, digest="x")))
        store.apply(late_write(PERSONAL, general, ts))
        store.apply(held_write(sent), notice_write(opened(sent)))
        for key in (keys.unfinished(team, general, ts), keys.client_message(team, general, "c")):
            store.apply(put(key))
        store.apply(put({**directory_keys.directory(team), "generation": "1", "parts": 1}))
        store.apply(put({**directory_keys.directory_part(team, "1", 0), "data": b"x"}))

    def answered(self) -> list[str]:
        """Use every function once; return what Alexa said, and what receive and refresh did."""
        world = self.world
        self._rounds += 1
        said = [
            world.say(words).heard
            for words in (
                "tell slack to send we go on to random",
                "ask slack did it go through",
                "ask slack for my scheduled messages",
                "ask slack to tell the boss good morning",
            )
        ]
        ts = world.write("Kevin Park", "random", f"round {self._rounds}")
        world.react("Kevin Park", "random", ts, "tada")
        world.settle()
        said += [
            world.say(words).heard for words in ("ask slack for replies", "open slack", "stop")
        ]
        world.parts.refresh({"detail-type": "Scheduled Event"})
        return said

    def goes_on(self) -> None:
        """What has nothing to do with the item works: words come and go."""
        world = self.world
        world.parts.refresh({"detail-type": "Parameter Store Change"})
        before = texts(world, "#random").count("all is well")
        assert world.say("tell slack to send all is well to random").heard.endswith("to random.")
        world.advance(30)
        assert texts(world, "#random").count("all is well") == before + 1
        world.write("Kevin Park", "random", f"good to hear {self._rounds}")
        world.settle()
        # As it is told, and not only once somebody looks for what is missing.
        assert self._newest("#random") == f"good to hear {self._rounds}"
        heard = "".join(world.say("ask slack what's new in random").heard for _ in range(2))
        assert f"good to hear {self._rounds}" in heard

    def _newest(self, place: str) -> str:
        workspace = self.world.parts.workspace
        conversation = workspace.find_conversation(place).id
        return Inbox(self.table).newest(workspace.team_id, conversation, 1)[0].text


@pytest.fixture
def lived() -> Iterator[Lived]:
    with world_for(Setting()) as world:
        yield Lived(world)


def test_the_table_holds_an_item_of_every_kind(lived: Lived):
    assert sorted({kind_of(item) for item in lived.items()}) == kinds()


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
@pytest.mark.parametrize("front", sorted({kind.split()[0] for kind in kinds()}))
def test_what_nobody_can_read_in_a_partition_stops_nothing(lived: Lived, front: str, spoil: Spoil):
    lived.spoil(front, spoil)
    assert not [heard for heard in lived.answered() if WRONG in heard]
    if front != "PROFILE" or spoil is not of_the_future:
        lived.goes_on()


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_where_nobody_can_tell_the_owner_nobody_is_answered_until_it_is_reset(
    lived: Lived, spoil: Spoil
):
    lived.spoil(OWNER, spoil)
    assert lived.world.say("ask slack for replies").heard == NOBODYS
    Owners(lived.table).reset(PERSONAL)
    lived.goes_on()
