"""A thousand links looked after in turn: bounded work in a run, nobody forgotten, nobody twice."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from bridge.upkeep.turns import EVERY_SECONDS, LEAST_SECONDS, MOST_IN_A_RUN, Turns
from local.world.aws.lambda_context import LambdaContext
from local.world.aws.moto_cloud import TABLE, moto_cloud
from local.world.clock import SteppedClock
from postbox.links.link import Link, LinkState
from postbox.links.stores.due import CLAIMED_SECONDS, DueLinks, due_write
from postbox.links.stores.links import Links
from postbox.store.table import Table
from postbox.time_left import within

NOW = 1_790_000_000.0
RUN_SECONDS = 60.0
MINUTE = 60.0


@dataclass
class World:
    """Links, whose upkeep takes some seconds of a simulated clock."""

    table: Table
    clock: SteppedClock
    seconds: float = 0.4
    done: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    bad: frozenset[str] = frozenset()
    unfinished: Counter[str] = field(default_factory=Counter)

    def add(self, number: int) -> None:
        link_id = f"l{number:04}"
        link = Link(link_id, f"T1-{link_id}", f"U{number}", "x", LinkState.ACTIVE, None, "general")
        Links(self.table).put(link)
        self.table.apply(due_write(link_id, NOW - 1 + number / 1000))

    def turns(self) -> Turns:
        world = self

        @dataclass
        class Upkeep:
            link_id: str

            def run(self, *, asked: bool) -> dict[str, Any]:
                world.clock.step(world.seconds)
                if self.link_id in world.bad:
                    raise RuntimeError("spoiled")
                world.done.append(self.link_id)
                is_finished = not world.unfinished[self.link_id]
                if not is_finished:
                    world.unfinished[self.link_id] -= 1
                return {"problem": None, "is_finished": is_finished}

        return Turns(
            DueLinks(self.table),
            Links(self.table),
            Upkeep,
            self.clock,
            lambda step, why: self.failed.append(why),
        )

    def run(self) -> dict[str, Any]:
        """Make one run of the function, and wait for the next minute."""
        begun = self.clock()
        context = LambdaContext("refresh", "r", begun + RUN_SECONDS, self.clock)
        with within(context):
            report = self.turns().run()
        self.clock.step(max(0.0, begun + MINUTE - self.clock()))
        return report


@pytest.fixture
def world() -> Iterator[World]:
    clock = SteppedClock(NOW)
    with moto_cloud(clock) as cloud:
        yield World(Table(cloud.client("dynamodb"), TABLE), clock)


def test_a_thousand_links_are_looked_after_in_turn(world):
    for number in range(1000):
        world.add(number)
    begun, runs = world.clock(), 0
    while len(set(world.done)) < 1000:
        before = len(world.done)
        report = world.run()
        runs += 1
        assert report["links"] == len(world.done) - before <= MOST_IN_A_RUN
        assert runs <= 12, "nobody waits for so long"
    # Nobody came twice before everybody had come.
    assert len(set(world.done[:1000])) == 1000
    assert world.clock() - begun <= 12 * MINUTE


def test_a_run_begins_no_link_that_it_may_not_finish(world):
    world.seconds = LEAST_SECONDS - 1
    for number in range(20):
        world.add(number)
    begun = world.clock()
    world.run()
    assert world.clock() - begun <= RUN_SECONDS
    assert 1 <= len(world.done) <= RUN_SECONDS / world.seconds


def test_a_spoiled_link_keeps_no_other_from_its_turn(world):
    for number in range(5):
        world.add(number)
    world.bad = frozenset({"l0001"})
    report = world.run()
    assert world.done == ["l0000", "l0002", "l0003", "l0004"]
    assert report["problems"] == 1
    assert world.failed == ["RuntimeError"]


def test_a_link_is_due_again_after_five_minutes_and_not_before(world):
    world.add(0)
    world.run()
    for _ in range(int(EVERY_SECONDS / MINUTE) - 1):
        world.run()
    assert world.done == ["l0000"]
    world.run()
    assert world.done == ["l0000"] * 2


def test_work_that_was_begun_goes_on_in_the_next_run(world):
    world.add(0)
    world.unfinished["l0000"] = 2
    for _ in range(3):
        world.run()
    assert len(world.done) == 3


def test_two_runs_at_once_share_the_links(world):
    for number in range(10):
        world.add(number)
    due = DueLinks(world.table)
    for turn in due.due(world.clock(), 4):
        assert due.claim(turn, world.clock()) is not None
    world.run()
    assert world.done == [f"l{number:04}" for number in range(4, 10)]


def test_a_worker_that_died_over_a_link_leaves_it_to_be_done(world):
    world.add(0)
    due = DueLinks(world.table)
    (turn,) = due.due(world.clock(), 1)
    due.claim(turn, world.clock())
    world.run()
    assert world.done == []
    world.clock.step(CLAIMED_SECONDS)
    world.run()
    assert world.done == ["l0000"]


def test_a_link_that_is_gone_is_due_no_more(world):
    world.add(0)
    Links(world.table).drop(Links(world.table).get("l0000"))
    assert world.run()["links"] == 1
    assert world.done == []
    world.clock.step(EVERY_SECONDS)
    assert world.run()["links"] == 0
