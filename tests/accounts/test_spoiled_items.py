"""What nobody can read of one person stops no other, and is mended by linking again."""

import inspect
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bridge.refresh_lambda import SCHEDULED
from bridge.upkeep.turns import EVERY_SECONDS
from local.conversations.steps import Setting
from local.world.alexa_app import AlexaApp
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess, world_for
from postbox.accounts.account import Account
from postbox.accounts.digests import digest
from postbox.accounts.stores.access import Access
from postbox.accounts.stores.choices import Choices
from postbox.links.stores.links import Links
from postbox.store import account_keys, household_keys, keys
from postbox.store.items import Item, put
from postbox.store.table import Table
from tests.delivery.observed import texts
from tests.entry.faults.test_spoiled_items import SPOILED, WRONG, Spoil, kind_of, of_the_future

ANA, KEVIN = "Ana Lima", "Kevin Park"
USED_UP = "SPEAKER USED"
"""A day's count that nobody can read may have been at its end."""
NEVER_MENDED = {
    ("PROFILE PROFILE", of_the_future),
    *((USED_UP, spoil) for spoil in SPOILED.values()),
}
"""What a newer version wrote is left to it."""


def kinds() -> list[str]:
    """Return the kinds of what accounts and households have, by their keys' functions."""
    made = {kind_of(keys.profile("x"))}
    for module in (account_keys, household_keys):
        for _, make in inspect.getmembers(module, inspect.isfunction):
            asked = inspect.signature(make)
            if asked.return_annotation is keys.Key and make is not keys.key_of:
                given = [1 if p.annotation is float else "x" for p in asked.parameters.values()]
                made.add(kind_of(make(*given)))
    return sorted(made)


class Shared:
    """Two people who linked; one of them has something that nobody can read."""

    def __init__(self, world: PlayedInProcess) -> None:
        self.world = world
        assert world.household is not None
        self.household = world.household
        self.client = world.parts.cloud.client("dynamodb")
        self.table = Table(self.client, TABLE)
        self.ana, self.kevin = self._account(ANA), self._account(KEVIN)
        for person in (ANA, KEVIN):
            self.says(person, "tell slack to send the build is red")
        Choices(self.table).choose(self.ana, self.ana.links[0].link_id)
        self._before = self._stored()

    def _account(self, person: str) -> Account:
        token = self.household.tokens[person]
        account = Access(self.table).account_of(token, self.world.parts.clock())
        assert account is not None
        return account

    def _stored(self) -> list[Item]:
        pages = self.client.get_paginator("scan").paginate(TableName=TABLE)
        return [item for page in pages for item in page["Items"]]

    def link_again(self, person: str) -> None:
        token = AlexaApp(self.world.parts).link(person)
        self.world.household = replace(
            self.household, tokens={**self.household.tokens, person: token}
        )
        self.world.parts.refresh({"detail-type": SCHEDULED})

    def restore(self) -> None:
        self.world.household = self.household
        for item in self._stored():
            key = {name: item[name] for name in ("pk", "sk")}
            self.client.delete_item(TableName=TABLE, Key=key)
        for item in self._before:
            self.client.put_item(TableName=TABLE, Item=item)

    def spoil(self, kind: str, spoil: Spoil) -> None:
        """Spoil what there is of a kind, but for what is the other's."""
        others = self._ids_of(KEVIN, self.kevin)
        stored = [{name: item[name]["S"] for name in ("pk", "sk")} for item in self._stored()]
        for item in self.table.get_many(stored):
            if kind_of(item) == kind and not any(one in str(item) for one in others):
                key = {name: item.pop(name) for name in ("pk", "sk")}
                self.table.apply(put({**spoil(item), **key}))
        self.world.parts.start_cold()

    def _ids_of(self, person: str, account: Account) -> list[str]:
        link = Links(self.table).get(account.links[0].link_id)
        assert link is not None
        token = digest(self.household.tokens[person])
        return [link.link_id, link.team_id, link.user_id, account.account_id, token]

    def says(self, person: str, *said: str) -> str:
        """Say it as somebody whose voice is recognized; return all that was heard."""
        self.world.speak_as(person)
        heard = [self.world.say(words).heard or "" for words in said]
        self.world.echo.end_session()
        return " ".join(heard)


@pytest.fixture(scope="module")
def lived() -> Iterator[Shared]:
    people = (ANA, KEVIN)
    with world_for(Setting(people=("Giselle", *people), linked=people, speaker=ANA)) as world:
        yield Shared(world)


@pytest.fixture
def shared(lived: Shared) -> Iterator[Shared]:
    yield lived
    lived.restore()


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
@pytest.mark.parametrize("kind", kinds())
def test_what_nobody_can_read_of_one_stops_no_other_and_is_mended_by_linking_again(
    shared: Shared, kind: str, spoil: Spoil
):
    world = shared.world
    shared.spoil(kind, spoil)
    heard = shared.says(ANA, "tell slack to send we go on to random", "ask slack for replies")
    assert WRONG not in heard
    assert world.parts.refresh({"detail-type": SCHEDULED})["problem"] is None
    before = texts(world, "#random").count("all is well")
    assert "Sent to random." in shared.says(KEVIN, "tell slack to send all is well to random")
    assert texts(world, "#random").count("all is well") == before + 1
    if (kind, spoil) in NEVER_MENDED:
        return
    shared.link_again(ANA)
    shared.says(ANA, "tell slack to send here again to random")
    if texts(world, "#random")[-1] != "here again":
        # It waits behind what was kept while the link was broken, until the upkeep has its turn.
        world.advance(2 * EVERY_SECONDS)
    assert texts(world, "#random")[-1] == "here again"
