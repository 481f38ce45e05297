"""A mailbox on moto's AWS, as the skill sees it."""

from collections.abc import Iterator

import pytest

from local.world.aws.moto_cloud import TABLE, moto_cloud
from local.world.clock import SteppedClock
from postbox.store.table import Table
from tests.skill.reading.mailbox_of import MailboxOf


@pytest.fixture
def mailbox() -> Iterator[MailboxOf]:
    clock = SteppedClock(1_790_003_600.0)
    with moto_cloud(clock) as cloud:
        counted = CountedClient(cloud.client("dynamodb"))
        yield MailboxOf(Table(counted, TABLE), clock, counted)


class CountedClient:
    """Counts what is read of the table."""

    def __init__(self, real) -> None:
        self._real = real
        self.calls = self.items = 0

    def __getattr__(self, operation):
        real = getattr(self._real, operation)

        def call(**arguments):
            answer = real(**arguments)
            self.calls += 1
            self.items += len(answer.get("Items", ())) + ("Item" in answer)
            self.items += sum(map(len, answer.get("Responses", {}).values()))
            return answer

        return call
