"""A whole Earshot in this process, and what its inbox holds."""

from collections.abc import Iterator

import pytest

from local.conversations.steps import Setting
from local.world.played import world_for
from tests.delivery.flaky import Flaky
from tests.inbox.looking import Looking


@pytest.fixture
def flaky() -> Flaky:
    """What can be told to break the receive function's table."""
    return Flaky("receive", "dynamodb")


@pytest.fixture
def world(flaky: Flaky) -> Iterator[Looking]:
    with world_for(Setting(), clients=flaky.clients) as played:
        yield Looking(played)
