"""A mailbox on moto's AWS."""

from collections.abc import Iterator

import pytest

from local.world.aws.moto_cloud import TABLE, MotoCloud, moto_cloud
from local.world.clock import SteppedClock
from postbox.store.table import Table


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(1_790_000_000.0)


@pytest.fixture
def cloud(clock: SteppedClock) -> Iterator[MotoCloud]:
    with moto_cloud(clock) as cloud:
        yield cloud


@pytest.fixture
def table(cloud: MotoCloud) -> Table:
    return Table(cloud.client("dynamodb"), TABLE)
