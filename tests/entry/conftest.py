"""A whole Earshot in this process, reached through its Lambda entry points."""

from collections.abc import Iterator

import pytest

from local.conversations.steps import Setting
from local.world.played import PlayedInProcess, world_for


@pytest.fixture
def world() -> Iterator[PlayedInProcess]:
    with world_for(Setting()) as world:
        yield world
