"""Reads made ahead: fewer round trips, and never anything else than the table has."""

from typing import Any

import pytest

from local.world.aws.moto_cloud import TABLE
from postbox.store.ahead import FEW_KEYS, MOST_KEYS, MOST_QUERIES, ReadAhead
from postbox.store.items import put, update
from postbox.store.table import Table
from tests.delivery.flaky import Flaky, Trouble

OWNER, LINK = {"pk": "LINK#1", "sk": "OWNER"}, {"pk": "LINK#1", "sk": "PROFILE"}


class Reading:
    """A table whose reads are made ahead, with the calls that DynamoDB sees."""

    def __init__(self, cloud: Any) -> None:
        self.flaky = Flaky("reader", "dynamodb")
        self.client = ReadAhead(self.flaky.clients(cloud)("reader", "dynamodb"))
        self.table = Table(self.client, TABLE)
        self.calls: list[str] = []
        self.flaky.arm(lambda _number, operation: self.calls.append(operation))

    def request(self, kind: str = "replies") -> list[str]:
        """Make the same reads as ever; return the calls that it took."""
        self.calls.clear()
        self.client.begin(kind)
        self.found = [
            self.table.get(OWNER),
            self.table.get(LINK),
            *self.table.get_many([OWNER, LINK]),
            *self.table.query("LINK#1", "NOTICE#"),
        ]
        return list(self.calls)


@pytest.fixture
def reading(cloud, table: Table) -> Reading:
    table.apply(put({**OWNER, "name": "ana"}))
    table.apply(put({"pk": "LINK#1", "sk": "NOTICE#1"}))
    return Reading(cloud)


def test_what_the_last_of_its_kind_read_is_read_together(reading):
    first = reading.request()
    assert first == ["get_item", "get_item", "batch_get_item", "query"]
    expected = reading.found
    # Read once ahead, and again where it is looked at again.
    assert reading.request() == ["batch_get_item", "query", "batch_get_item"]
    assert reading.found == expected
    assert reading.request("other") == first


def test_what_was_not_read_by_both_of_the_last_two_is_not_read_ahead(reading):
    reading.request()
    reading.client.begin("replies")
    reading.table.get(OWNER)
    reading.calls.clear()
    reading.client.begin("replies")
    assert reading.calls == ["batch_get_item"]
    assert reading.table.get(OWNER) is not None
    assert reading.calls == ["batch_get_item"]
    assert reading.table.get(LINK) is None
    assert reading.calls == ["batch_get_item", "get_item"]


def test_after_a_write_the_table_is_looked_at(reading):
    reading.request()
    reading.client.begin("replies")
    reading.table.apply(update(OWNER, {"name": "bea"}))
    owner = reading.table.get(OWNER)
    assert owner is not None
    assert owner["name"] == "bea"
    assert len(list(reading.table.query("LINK#1", "NOTICE#"))) == 1


def test_reads_behind_a_write_are_not_made_ahead(reading):
    for _ in range(3):
        reading.client.begin("replies")
        reading.table.apply(update(OWNER, {"name": "bea"}))
        reading.table.get(LINK)
    reading.calls.clear()
    reading.client.begin("replies")
    assert reading.calls == []


def test_what_is_there_no_more_is_not_found(reading, table):
    reading.request()
    table.apply({"Delete": {"Key": {"pk": {"S": "LINK#1"}, "sk": {"S": "OWNER"}}}})
    reading.request()
    assert reading.found == [None, None, {"pk": "LINK#1", "sk": "NOTICE#1"}]


def test_where_reading_ahead_fails_each_read_is_made_by_itself(reading):
    first = reading.request()
    expected = reading.found
    failing = iter([Trouble.REFUSED, Trouble.REFUSED])

    def trouble(_number: int, operation: str) -> Trouble | None:
        reading.calls.append(operation)
        return next(failing, None)

    reading.flaky.arm(trouble)
    assert reading.request() == ["batch_get_item", "query", *first]
    assert reading.found == expected


def test_no_more_than_some_queries_are_made_ahead(reading):
    for _ in range(2):
        reading.client.begin("replies")
        for number in range(20):
            list(reading.table.query("LINK#1", f"NOTICE#{number}"))
    reading.calls.clear()
    reading.client.begin("replies")
    assert reading.calls == ["query"] * MOST_QUERIES


def test_what_was_found_crowds_out_nothing_that_every_request_reads(reading):
    found = [{"pk": "READ#1", "sk": f"HEARD#{number}"} for number in range(MOST_KEYS)]
    few = found[:FEW_KEYS]
    for _ in range(2):
        reading.client.begin("replies")
        reading.table.get_many(found)
        reading.table.get_many(few)
        reading.table.get(OWNER)
    reading.client.begin("replies")
    reading.calls.clear()
    reading.table.get(OWNER)
    reading.table.get_many(few)
    assert reading.calls == []
    reading.table.get_many(found)
    assert reading.calls == ["batch_get_item"]
