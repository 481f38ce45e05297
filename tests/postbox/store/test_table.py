"""What DynamoDB says, as the mailbox takes it."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from local.world.aws.moto_cloud import TABLE
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from postbox.store.items import put
from postbox.store.table import TRIES_AT_ONCE, Table

HERE, THERE = {"pk": "a", "sk": "1"}, {"pk": "a", "sk": "2"}


class Colliding:
    """A client whose first transactions meet others of the same moment."""

    def __init__(self, real: Any, times: int, reasons: list[str]) -> None:
        self._real = real
        self.left = times
        self._reasons = [{"Code": reason} for reason in reasons]

    def transact_write_items(self, **request: Any) -> Any:
        if self.left:
            self.left -= 1
            error = {"Error": {"Code": "TransactionCanceledException", "Message": ""}}
            raise ClientError({**error, "CancellationReasons": self._reasons}, "TransactWriteItems")
        return self._real.transact_write_items(**request)


def written(client: Any, table: Table) -> bool:
    Table(client, TABLE).apply(put(HERE), put(THERE))
    return table.get(HERE) is not None and table.get(THERE) is not None


def test_a_write_that_meets_another_one_is_made_again(cloud, table):
    client = Colliding(cloud.client("dynamodb"), 2, ["None", "TransactionConflict"])
    assert written(client, table)


def test_a_write_that_always_meets_others_is_given_up(cloud, table):
    client = Colliding(cloud.client("dynamodb"), 99, ["TransactionConflict", "None"])
    with pytest.raises(MailboxUnavailable):
        written(client, table)
    assert client.left == 99 - TRIES_AT_ONCE
    assert table.get(HERE) is None


def test_a_condition_that_does_not_hold_is_not_tried_again(cloud, table):
    client = Colliding(
        cloud.client("dynamodb"), 99, ["ConditionalCheckFailed", "TransactionConflict"]
    )
    with pytest.raises(ConditionFailed):
        written(client, table)
    assert client.left == 98


def test_no_more_is_read_than_was_asked_for(cloud, table):
    for number in range(9):
        table.apply(put({"pk": "a", "sk": f"{number}"}))
    asked = []

    class Noting:
        def query(self, **request: Any) -> Any:
            answer = cloud.client("dynamodb").query(**request)
            asked.append(answer["ScannedCount"])
            return answer

    found = list(Table(Noting(), TABLE).between("a", "2", "7", newest_first=True, most=3))
    assert [item["sk"] for item in found] == ["7", "6", "5"]
    assert asked == [3]
