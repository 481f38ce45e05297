"""The short way to moto answers, stores and refuses as the usual one does."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError, ParamValidationError

from local.world.aws.moto_cloud import REGION, TABLE, MotoCloud, make_fifo, make_table, moto_cloud

KEY = {"pk": {"S": "a"}, "sk": {"S": "b"}}
ITEM = {
    **KEY,
    "text": {"S": "é"},
    "number": {"N": "1.5"},
    "bytes": {"B": b"\x00\xff"},
    "no": {"BOOL": False},
    "none": {"NULL": True},
    "names": {"SS": ["x", "y"]},
    "deep": {"M": {"list": {"L": [{"M": {}}, {"L": []}, {"B": b"z"}, {"S": ""}]}}},
}
QUERY = {
    "KeyConditionExpression": "pk = :pk AND begins_with(sk, :sk)",
    "ExpressionAttributeValues": {":pk": {"S": "a"}, ":sk": {"S": "b"}},
}
CHANGE = {
    "UpdateExpression": "SET #text = :text",
    "ExpressionAttributeNames": {"#text": "text"},
    "ExpressionAttributeValues": {":text": {"S": "new"}},
}
ONCE = {"ConditionExpression": "attribute_not_exists(pk)"}
OTHER = {**ITEM, "sk": {"S": "b2"}}


@pytest.fixture
def cloud() -> Iterator[MotoCloud]:
    with moto_cloud(lambda: 1000.0) as cloud:
        make_table(cloud, "usual")
        yield cloud


@cache
def usual(service: str) -> Any:
    make: Any = boto3.client
    return make(service, region_name=REGION)


def outcome(call: Any, request: Any) -> Any:
    """Return an answer, or an error's kind and text, without what is different in every answer."""
    try:
        answer = call(**request)
    except ParamValidationError as error:
        return str(error)
    except ClientError as error:
        answer = error.response | {"is": type(error).__name__}
    assert answer.pop("ResponseMetadata")["HTTPStatusCode"] in {200, 400}
    return answer


def of_table(request: Any, table: str) -> Any:
    """Return a request with every TABLE in it named differently."""
    if isinstance(request, dict):
        return {of_table(name, table): of_table(value, table) for name, value in request.items()}
    if isinstance(request, list):
        return [of_table(value, table) for value in request]
    return table if request == TABLE else request


def here(**request: Any) -> dict[str, Any]:
    return {"TableName": TABLE, **request}


@pytest.mark.parametrize(
    "calls",
    [
        pytest.param([("put_item", here(Item=ITEM))], id="put"),
        pytest.param([("put_item", here(Item=ITEM, **ONCE))] * 2, id="put twice"),
        pytest.param([("put_item", here(Item=ITEM, ReturnValues="ALL_OLD"))] * 2, id="old values"),
        pytest.param([("get_item", here(Key=KEY))], id="missing"),
        pytest.param([("get_item", here(Key={"pk": {"S": "a"}}))], id="half a key"),
        pytest.param([("get_item", {"TableName": "none", "Key": KEY})], id="no table"),
        pytest.param([("get_item", here())], id="no key"),
        pytest.param([("put_item", here(Item={**ITEM, "pk": {"S": ""}}))], id="empty key"),
        pytest.param([("delete_item", here(Key=KEY, **CHANGE))], id="no such parameter"),
        pytest.param([("delete_item", here(Key=KEY, ReturnValues="ALL_OLD"))], id="delete"),
        pytest.param([("update_item", here(Key=KEY, **CHANGE))] * 2, id="update"),
        pytest.param(
            [("update_item", here(Key=KEY, ReturnValues="ALL_NEW", **CHANGE))], id="new values"
        ),
        pytest.param([("query", here(Limit=1, **QUERY))], id="page"),
        pytest.param([("query", here(ScanIndexForward=False, **QUERY))], id="backwards"),
        pytest.param([("query", here(KeyConditionExpression="text"))], id="no condition"),
        pytest.param(
            [
                (
                    "batch_get_item",
                    {"RequestItems": {TABLE: {"Keys": [KEY, {**KEY, "pk": {"S": "-"}}]}}},
                )
            ],
            id="batch",
        ),
        pytest.param(
            [
                (
                    "transact_write_items",
                    {
                        "TransactItems": [
                            {"Put": here(Item=OTHER)},
                            {"Update": here(Key=KEY, **CHANGE)},
                        ]
                    },
                )
            ],
            id="together",
        ),
        pytest.param(
            [
                (
                    "transact_write_items",
                    {
                        "TransactItems": [
                            {"Put": here(Item={**OTHER, "sk": {"S": "b3"}})},
                            {"Put": here(Item=OTHER, **ONCE)},
                        ]
                    },
                )
            ],
            id="none of them",
        ),
    ],
)
def test_a_table_answers_and_holds_the_same_either_way(cloud, calls):
    short, long = cloud.client("dynamodb"), usual("dynamodb")
    before = [("put_item", here(Item=OTHER))]
    for method, request in [*before, *calls, ("get_item", here(Key=KEY)), ("query", here(**QUERY))]:
        theirs = outcome(getattr(long, method), of_table(request, "usual"))
        ours = outcome(getattr(short, method), request)
        assert of_table(ours, "usual") == theirs
        assert repr(sorted(ours)) == repr(sorted(theirs))


def test_what_was_put_is_not_changed_through_the_request_nor_through_an_answer(cloud):
    client = cloud.client("dynamodb")
    request = here(Item={**KEY, "list": {"L": [{"S": "one"}]}})
    client.put_item(**request)
    request["Item"]["list"]["L"].append({"S": "two"})
    client.get_item(**here(Key=KEY))["Item"]["list"]["L"].clear()
    client.query(**here(**QUERY))["Items"][0]["list"]["L"].clear()
    assert client.get_item(**here(Key=KEY))["Item"]["list"] == {"L": [{"S": "one"}]}


@pytest.mark.parametrize("half", ["\ud83d", "a\udc00b"])
def test_half_a_character_is_refused_as_by_aws(cloud, half):
    client = cloud.client("dynamodb")
    for item in (
        {**ITEM, "text": {"S": half}},
        {**KEY, "pk": {"S": half}},
        {**KEY, half: {"S": ""}},
    ):
        with pytest.raises(ClientError, match="SerializationException"):
            client.put_item(**here(Item=item))
    sent = {"MessageBody": half, "MessageGroupId": "g", "MessageDeduplicationId": "d"}
    with pytest.raises(ClientError, match="SerializationException"):
        cloud.client("sqs").send_message(QueueUrl=cloud.outbox_url, **sent)


def test_of_several_threads_that_write_under_a_condition_one_writes(cloud):
    client = cloud.client("dynamodb")

    def written(number: int) -> bool:
        try:
            client.put_item(**here(Item={**ITEM, "number": {"N": str(number)}}, **ONCE))
        except ClientError:
            return False
        return True

    for _ in range(5):
        client.delete_item(**here(Key=KEY))
        with ThreadPoolExecutor(8) as threads:
            assert sum(threads.map(written, range(8))) == 1


def told_by_queue(client: Any, url: str) -> list[Any]:
    """Send, receive, put off and delete, and return what was answered without what is random."""
    one = {"QueueUrl": url, "MessageGroupId": "g", "MessageDeduplicationId": "d"}
    told = [outcome(client.send_message, {**one, "MessageBody": text}) for text in ("hi", "again")]
    asked = {"QueueUrl": url, "AttributeNames": ["All"], "MessageAttributeNames": ["All"]}
    told.append(outcome(client.receive_message, {**asked, "MaxNumberOfMessages": 10}))
    (message,) = told[-1]["Messages"]
    handle = {"QueueUrl": url, "ReceiptHandle": message.pop("ReceiptHandle")}
    told.append(outcome(client.receive_message, asked))
    told.append(outcome(client.change_message_visibility, {**handle, "VisibilityTimeout": 9}))
    told.append(outcome(client.get_queue_attributes, {"QueueUrl": url, "AttributeNames": ["All"]}))
    told[-1]["Attributes"].pop("QueueArn")
    told += [outcome(client.delete_message, handle) for _ in range(2)]
    told.append(outcome(client.receive_message, {"QueueUrl": url, "MaxNumberOfMessages": 11}))
    told.append(outcome(client.receive_message, {"QueueUrl": f"{url}-none"}))
    told.append(outcome(client.send_message, {"QueueUrl": url}))
    return told


def without(told: Any, *names: str) -> Any:
    if isinstance(told, dict):
        return {name: without(value, *names) for name, value in told.items() if name not in names}
    return [without(value, *names) for value in told] if isinstance(told, list) else told


def test_a_queue_answers_the_same_either_way(cloud):
    ours = told_by_queue(cloud.client("sqs"), make_fifo(cloud, "short.fifo"))
    theirs = told_by_queue(usual("sqs"), make_fifo(cloud, "usual.fifo"))
    random = ("MessageId", "SequenceNumber", "SenderId")
    assert without(ours, *random) == without(theirs, *random)
    assert ours[0].keys() == theirs[0].keys()
    assert (
        ours[2]["Messages"][0]["Attributes"].keys() == theirs[2]["Messages"][0]["Attributes"].keys()
    )


def told_by_parameters(client: Any) -> list[Any]:
    """Store, change and read a secret, and return what was answered but for when."""
    secret = {"Name": "/a/secret", "Value": "xoxp-1", "Type": "SecureString"}
    told = [outcome(client.get_parameter, {"Name": "/a/secret"})]
    told += [outcome(client.put_parameter, {**secret, "Overwrite": bool(n)}) for n in (0, 0, 1)]
    for decrypted in (True, False):
        asked = {"Name": "/a/secret", "WithDecryption": decrypted}
        told.append(outcome(client.get_parameter, asked))
        told[-1]["Parameter"]["LastModifiedDate"] = type(told[-1]["Parameter"]["LastModifiedDate"])
    told.append(outcome(client.put_parameter, {"Name": "/a/secret"}))
    client.delete_parameter(Name="/a/secret")
    return told


def test_a_secret_is_stored_and_told_the_same_either_way(cloud):
    ours = told_by_parameters(cloud.client("ssm"))
    assert ours == told_by_parameters(usual("ssm"))
    assert [answer["Version"] for answer in ours if "Version" in answer] == [1, 2]


def test_what_is_made_the_short_way_is_there_the_usual_way(cloud):
    listed = usual("sqs").list_queues()["QueueUrls"]
    assert {cloud.outbox_url, cloud.dead_letter_url} == set(listed)
    ours = usual("dynamodb").describe_table(TableName=TABLE)["Table"]
    assert ours["TableStatus"] == "ACTIVE"
    assert ours["CreationDateTime"].tzinfo is not None
