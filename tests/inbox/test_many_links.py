"""A thousand links in one workspace: each message is kept, whoever it concerns, and in time."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from bridge.events.intake import LATE_SECONDS
from local.conversations.steps import Setting
from local.world.played import world_for
from postbox.links.link import Link, LinkState
from postbox.store import keys
from postbox.store.codec import to_record
from postbox.store.items import put
from tests.delivery.flaky import Flaky, Trouble
from tests.inbox.looking import Looking

MANY = 1000
FEWER = 250
"""More than one transaction takes."""
SLACK_WAITS = 3.0
"""Seconds, for an answer to an event."""
ROUND_TRIP = 0.025
"""Seconds for a transaction of a hundred items in DynamoDB; a read takes less than half of it."""
MOST_CALLS = int(SLACK_WAITS / 2 / ROUND_TRIP)
"""Half of what Slack waits, for the way to us and back has to fit, too."""


@pytest.fixture
def flaky() -> Flaky:
    return Flaky("receive", "dynamodb")


@dataclass(frozen=True)
class Crowd:
    """A workspace with many more links than the speaker's."""

    world: Looking
    many: int

    @property
    def everybody(self) -> str:
        """The mentions of all of them."""
        return " ".join(f"<@{user(number)}>" for number in range(self.many))

    def called(self, ts: str) -> int:
        """Count the links that are told that a message in general concerns them."""
        return self._count(lambda link_id, place: keys.unheard(link_id, ts, place))

    def late(self, ts: str) -> int:
        """Count the links for which it is late."""
        return self._count(lambda link_id, place: keys.late(link_id, place, ts))

    def _count(self, key: Callable[[str, str], keys.Key]) -> int:
        place = self.world.place("#general").id
        return len(self.world.table.get_many([key(f"link-{n}", place) for n in range(self.many)]))


@contextmanager
def crowd_of(many: int, flaky: Flaky) -> Iterator[Crowd]:
    with world_for(Setting(), clients=flaky.clients) as played:
        world = Looking(played)
        for number in range(many):
            link_id = f"link-{number}"
            link = Link(
                link_id, world.team_id, user(number), "x", LinkState.ACTIVE, None, "general"
            )
            # One by one: moto copies its whole table before each transaction.
            world.table.apply(put(dict(keys.team_link(world.team_id, link_id))))
            world.table.apply(put({**keys.profile(link_id), **to_record(link)}))
        yield Crowd(world, many)


def user(number: int) -> str:
    return f"U0CROWD{number:04}"


@pytest.mark.parametrize("ago", [1, 300], ids=["in time", "late"])
def test_a_message_that_names_a_thousand_is_kept_within_slacks_time(flaky: Flaky, ago: float):
    with crowd_of(MANY, flaky) as crowd:
        world, ts = crowd.world, crowd.world.ts(ago)
        flaky.arm(lambda _number, _operation: None)
        assert world.tell(world.message("Kevin", "#general", crowd.everybody, ts)) == 200
        is_late = ago > LATE_SECONDS
        # What is late needs as many marks again, and that all positions are read.
        assert flaky.calls <= MOST_CALLS * (1.5 if is_late else 1)
        assert crowd.called(ts) == MANY
        assert crowd.late(ts) == (MANY if is_late else 0)
        flaky.arm(lambda _number, _operation: None)
        assert world.tell(world.message("Kevin", "#general", "hi", world.ts())) == 200
        assert flaky.calls <= 25, "a message that concerns nobody"


@pytest.mark.parametrize(
    ("trouble", "after"), [(Trouble.REFUSED, 0), (Trouble.ANSWER_LOST, 1), (Trouble.REFUSED, 2)]
)
def test_what_was_cut_short_is_done_when_slack_tells_again(
    flaky: Flaky, trouble: Trouble, after: int
):
    with crowd_of(FEWER, flaky) as crowd:
        world, ts = crowd.world, crowd.world.ts()
        told = world.message("Kevin", "#general", crowd.everybody, ts)
        batches = itertools.count()

        def breaks(_number: int, operation: str) -> Trouble | None:
            is_batch = operation == "transact_write_items"
            # First come the followers of the thread that the message may begin, then itself.
            return trouble if is_batch and next(batches) >= FEWER // 100 + 1 + after else None

        flaky.arm(breaks)
        assert world.tell(told) == 503
        flaky.disarm()
        assert world.tell(told) == 200
        assert crowd.called(ts) == FEWER
        assert world.texts("#general") == [crowd.everybody]
        partition = keys.conversation_partition(world.team_id, world.place("#general").id)
        assert all(item["is_done"] for item in world.table.query(partition, "UNFINISHED#"))


def test_an_edit_that_names_many_calls_all_of_them(flaky: Flaky):
    with crowd_of(FEWER, flaky) as crowd:
        world, ts = crowd.world, crowd.world.ts()
        before = world.message("Kevin", "#general", "hi", ts)
        world.tell(before)
        edited = {**before, "text": crowd.everybody, "edited": {"ts": world.ts()}}
        told = before | {
            "subtype": "message_changed",
            "message": edited,
            "previous_message": before,
            "ts": world.ts(),
        }
        flaky.arm(lambda _number, _operation: None)
        assert world.tell(told) == 200
        assert flaky.calls <= MOST_CALLS
        assert crowd.called(ts) == FEWER
