"""How many links one workspace may have follows from what an event costs for each of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bridge.accounts.consent import MOST_OF_A_WORKSPACE
from local.world.aws import table_access
from tests.accounts.linking_world import Linked
from tests.accounts.people import linked, texts, write

CALLS = 7
"""Of the table for each mailbox; with `MOST_OF_A_WORKSPACE` some 0.9 s of a whole CPU."""


def counted(world: Linked, monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    """Return how many calls of the table it takes to keep a message of #general."""
    real, calls = table_access.accesses, []

    def counting(operation: str, request: Any) -> Iterator[tuple[str, str]]:
        calls.append(operation)
        return real(operation, request)

    with monkeypatch.context() as patch:
        patch.setattr(table_access, "accesses", counting)
        write(world, "Ana", world.parts.workspace.find_conversation("#general"), text)
    return len(calls)


def test_an_event_costs_each_link_a_few_calls_and_no_more(
    world: Linked, monkeypatch: pytest.MonkeyPatch
):
    one = linked(world, "Giselle")
    for text in ("the first of a day notes more", "alone"):
        alone = counted(world, monkeypatch, text)
    three = [one, linked(world, "Kevin"), linked(world, "Ana")]
    for text in ("the first of a day notes more", "together"):
        together = counted(world, monkeypatch, text)
    general = world.parts.workspace.find_conversation("#general").id
    assert {texts(world, link, general)[-1] for link in three} == {"together"}
    assert (together - alone) / 2 <= CALLS


def test_a_full_workspace_is_said_in_words_and_who_is_linked_may_link_again(world: Linked):
    link = linked(world, "Giselle")
    for number in range(1, MOST_OF_A_WORKSPACE):
        other = replace(link, link_id=f"link{number}", user_id=f"U{number}", revision=1)
        world.table.apply(*world.links.first_writes(other))
    assert "serves no more" in world.browser().consent("Kevin").body
    again = world.browser()
    assert again.consent("Giselle").title == "Almost done"
