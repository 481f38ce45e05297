"""What the guide says of costs is reckoned by `python -m deploy.costs`, from what things take."""

import math
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from deploy.costs import (
    ALARMS,
    EVENT,
    FIFTY_MESSAGES,
    MESSAGE,
    REFRESH,
    THOUSAND_PEOPLE,
    UTTERANCE,
    Takes,
    month,
    rows,
)
from local.conversations.steps import Setting
from local.world.aws.moto_cloud import MotoCloud
from local.world.played import world_for

ROOT = Path(__file__).parents[2]
SETUP = (ROOT / "docs" / "setup.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
WRITES = {"put_item", "update_item", "delete_item"}
READS = {"get_item", "query"}


class Metered:
    """Counts the units that each function takes of DynamoDB, of items up to a kilobyte."""

    def __init__(self) -> None:
        self.writes: Counter[str] = Counter()
        self.reads: Counter[str] = Counter()

    def clients(self, cloud: MotoCloud) -> Any:
        def client(function: str, service: str, **options: Any) -> Any:
            real = cloud.client(service, **options)
            return _MeteredClient(real, function, self) if service == "dynamodb" else real

        return client

    def count(self, function: str, operation: str, request: Any) -> None:
        if operation == "transact_write_items":
            self.writes[function] += 2 * len(request["TransactItems"])
        elif operation == "batch_get_item":
            asked = request["RequestItems"].values()
            self.reads[function] += sum(len(table["Keys"]) for table in asked)
        elif operation in WRITES:
            self.writes[function] += 1
        elif operation in READS:
            self.reads[function] += 1
        else:
            raise AssertionError(f"what {operation} takes is not known here")

    def forget(self) -> None:
        self.writes.clear()
        self.reads.clear()


class _MeteredClient:
    def __init__(self, real: Any, function: str, metered: Metered) -> None:
        self._real, self._function, self._metered = real, function, metered

    def __getattr__(self, operation: str) -> Any:
        real = getattr(self._real, operation)
        if not callable(real) or operation in {"meta", "exceptions"}:
            return real

        def call(**request: Any) -> Any:
            self._metered.count(self._function, operation, request)
            return real(**request)

        return call


@pytest.fixture
def metered():
    return Metered()


@pytest.fixture
def world(metered):
    with world_for(Setting(), clients=metered.clients) as world:
        metered.forget()
        yield world


def taken(metered: Metered, function: str, times: int) -> tuple[float, float]:
    return metered.writes[function] / times, metered.reads[function] / times


def within(took: tuple[float, float], reckoned: Takes) -> bool:
    """Whether so much is reckoned with, and not more than three times as much."""
    writes, reads = took
    least = (reckoned.writes / 3, reckoned.reads / 3)
    return least[0] <= writes <= reckoned.writes and least[1] <= reads <= reckoned.reads


def test_a_message_takes_what_is_reckoned_with(world, metered):
    for text in ("the soup is ready", "the tent is up", "the van is here"):
        world.say(f"tell slack to send {text} to general")
        world.settle()
    assert within(taken(metered, "post", 3), MESSAGE), taken(metered, "post", 3)
    assert within(taken(metered, "skill", 3), UTTERANCE), taken(metered, "skill", 3)


def test_an_event_takes_what_is_reckoned_with(world, metered):
    workspace = world.parts.workspace
    kevin = workspace.find_person("Kevin Park")
    general = workspace.find_conversation("#general")
    for text in ("one", "two", "three", "four"):
        workspace.post(kevin, general, text)
        world.advance(1)
    assert within(taken(metered, "receive", 4), EVENT), taken(metered, "receive", 4)


def test_a_refresh_takes_what_is_reckoned_with(world, metered):
    world.advance(3000)
    assert within(taken(metered, "refresh", 10), REFRESH), taken(metered, "refresh", 10)


def test_the_guide_has_the_table_that_is_reckoned():
    assert "\n".join(rows()) in SETUP


def test_the_readme_names_what_the_guide_comes_to():
    cents = sum(month(FIFTY_MESSAGES).values())
    assert f"about ${math.floor(cents * 2 + 0.5) / 2:.2f} a month" in README


def test_more_use_costs_more_and_a_month_is_the_sum_of_its_services():
    less, more = month(FIFTY_MESSAGES), month(THOUSAND_PEOPLE)
    assert less.keys() == more.keys()
    assert all(less[service] <= more[service] for service in less)


def test_all_alarms_are_paid_for():
    alarms = (ROOT / "deploy" / "resources" / "alarms.yml").read_text(encoding="utf-8")
    assert alarms.count("AlarmName:") == ALARMS
