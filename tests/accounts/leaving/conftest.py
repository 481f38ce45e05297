"""Two people, of whom one leaves."""

import pytest

from postbox.links.stores.preferences import Preferences
from tests.accounts.linking_world import Linked
from tests.accounts.people import linked, send, write


@pytest.fixture
def used(world: Linked):
    """Two people who have heard and said something."""
    giselle, kevin = linked(world, "Giselle"), linked(world, "Kevin")
    general = world.parts.workspace.find_conversation("#general")
    write(world, "Ana", general, "hello")
    for link in (giselle, kevin):
        send(world, link, general.id, f"hi from {link.user_name}")
        Preferences(world.table).choose(link.link_id, "speaking_rate", "slow")
    return giselle, kevin
