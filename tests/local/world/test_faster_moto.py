"""moto made faster goes back, counts, finds and refuses as moto does."""

from collections.abc import Iterator
from typing import Any

import pytest
from botocore.exceptions import ClientError

from local.world.aws.moto_cloud import TABLE, moto_cloud

KEY = {"pk": {"S": "a"}, "sk": {"S": "b"}}
ITEM = {**KEY, "list": {"L": [{"S": "one"}]}, "count": {"N": "1"}}
OTHER = {"pk": {"S": "a"}, "sk": {"S": "c"}}
ONCE = {"ConditionExpression": "attribute_not_exists(pk)"}
CHANGE = {
    "UpdateExpression": "SET #list = list_append(#list, :more), #count = :two",
    "ExpressionAttributeNames": {"#list": "list", "#count": "count"},
    "ExpressionAttributeValues": {":more": {"L": [{"S": "two"}]}, ":two": {"N": "2"}},
}


@pytest.fixture
def client() -> Iterator[Any]:
    with moto_cloud(lambda: 1000.0) as cloud:
        client = cloud.client("dynamodb")
        client.put_item(TableName=TABLE, Item=ITEM)
        yield client


def there(client: Any) -> list[Any]:
    found: list[Any] = client.query(
        TableName=TABLE,
        KeyConditionExpression="pk = :pk",
        ExpressionAttributeValues={":pk": {"S": "a"}},
    )["Items"]
    return found


@pytest.mark.parametrize(
    "write",
    [
        {"Update": {"TableName": TABLE, "Key": KEY, **CHANGE}},
        {"Put": {"TableName": TABLE, "Item": {**KEY, "list": {"L": []}}}},
        {"Delete": {"TableName": TABLE, "Key": KEY}},
        {"Put": {"TableName": TABLE, "Item": OTHER}},
        {"Put": {"TableName": TABLE, "Item": {**OTHER, "pk": {"S": "elsewhere"}}}},
    ],
)
def test_of_a_transaction_that_is_refused_nothing_is_left(client, write):
    client.put_item(TableName=TABLE, Item={**OTHER, "sk": {"S": "d"}})
    before = there(client)
    refused = {"Put": {"TableName": TABLE, "Item": {**OTHER, "sk": {"S": "d"}}, **ONCE}}
    with pytest.raises(ClientError, match="ConditionalCheckFailed"):
        client.transact_write_items(TransactItems=[write, refused])
    assert there(client) == before
    moved = {"TableName": TABLE, "Key": {**OTHER, "pk": {"S": "elsewhere"}}}
    assert "Item" not in client.get_item(**moved)


def test_a_transaction_changes_what_it_says(client):
    client.transact_write_items(
        TransactItems=[
            {"Update": {"TableName": TABLE, "Key": KEY, **CHANGE}},
            {"Put": {"TableName": TABLE, "Item": OTHER}},
        ]
    )
    changed = {"list": {"L": [{"S": "one"}, {"S": "two"}]}, "count": {"N": "2"}}
    assert there(client) == [{**KEY, **changed}, OTHER]


def test_an_item_is_bounded_by_all_of_its_attributes(client):
    halves = {"one": {"S": "x" * 203_000}, "other": {"B": b"x" * 203_000}}
    with pytest.raises(ClientError, match="size"):
        client.put_item(TableName=TABLE, Item={**OTHER, **halves})
    client.put_item(TableName=TABLE, Item={**OTHER, "one": halves["one"]})
    assert len(there(client)) == 2


def test_numbers_are_the_same_however_they_are_written(client):
    client.update_item(
        TableName=TABLE,
        Key=KEY,
        UpdateExpression="SET #new = :one",
        ConditionExpression="#count = :one AND #list <> :one",
        ExpressionAttributeNames={"#count": "count", "#list": "list", "#new": "new"},
        ExpressionAttributeValues={":one": {"N": "1.0"}},
    )
    assert there(client)[0]["new"] == {"N": "1.0"}
