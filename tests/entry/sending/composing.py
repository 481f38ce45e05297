"""Worlds with two Kevins, and what can be seen of what was said to them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess, world_for
from postbox.links.stores.aliases import Alias, Aliases
from postbox.links.stores.links import PERSONAL
from postbox.store.table import Table
from tests.delivery.flaky import Flaky, Trouble
from tests.delivery.observed import texts

KEVINS = Setting(people=("Giselle", "Kevin Park", "Kevin Sato", "Ana Lima"))
PLACES = ("#general", "#random", "@Ana Lima", "@Kevin Park", "@Kevin Sato")
NOT_TAKEN = "I could not take your message. Nothing was sent."
READS = {"get_item", "batch_get_item", "query"}


@contextmanager
def troubled(flaky: Flaky) -> Iterator[PlayedInProcess]:
    with world_for(KEVINS, clients=flaky.clients) as world:
        yield world


def learned(world: PlayedInProcess) -> list[Alias]:
    return Aliases(Table(world.parts.cloud.client("dynamodb"), TABLE)).of(PERSONAL)


def posted(world: PlayedInProcess) -> dict[str, list[str]]:
    """Return all that stands anywhere, by its place."""
    found = {}
    for place in PLACES:
        try:
            found[place] = texts(world, place)
        except LookupError:
            continue
    return {place: said for place, said in found.items() if said}


def refused(*operations: str, after: int = 0) -> Callable[[int, str], Trouble | None]:
    """Refuse calls of these operations, once so many calls were made."""
    return lambda n, operation: Trouble.REFUSED if operation in operations and n > after else None
