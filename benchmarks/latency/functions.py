"""The floor's Lambdas: the hops of a turn, and nothing else. Deployed as this one file.

Each prints a line: MiniStack waits 50 ms for the first line of a function that prints none.
"""

import json
import os
import urllib.request
from typing import Any

import boto3

TABLE = os.environ.get("FLOOR_TABLE", "")
QUEUE = os.environ.get("FLOOR_QUEUE", "")
SLACK = os.environ.get("FLOOR_SLACK", "")
TOKEN = os.environ.get("FLOOR_TOKEN", "")
CHANNEL = os.environ.get("FLOOR_CHANNEL", "")

sqs: Any = boto3.client("sqs")
dynamodb: Any = boto3.client("dynamodb")


def ask(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """Queue a message and wait for its receipt: the skill's hop."""
    print("ask")
    name = event["id"]
    sqs.send_message(
        QueueUrl=QUEUE, MessageBody=name, MessageGroupId="floor", MessageDeduplicationId=name
    )
    while not kept(name):
        pass
    return {"answer": "sent"}


def post(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """Post what is queued and leave a receipt: the post function's hop."""
    print("post")
    for record in event["Records"]:
        asked = urllib.request.Request(
            f"{SLACK}chat.postMessage",
            json.dumps({"channel": CHANNEL, "text": record["body"]}).encode(),
            {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(asked) as answer:
            answer.read()
        keep(record["body"])
    return {"batchItemFailures": []}


def receive(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """Keep what comes over HTTP: the receive function's hop."""
    print("receive")
    keep(json.loads(event["body"])["id"])
    return {"statusCode": 200}


def read(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """Answer with what is kept: the skill's hop when it reads."""
    print("read")
    return {"answer": kept(event["id"])}


def keep(name: str) -> None:
    """Write an item."""
    dynamodb.put_item(TableName=TABLE, Item={"pk": {"S": name}, "sk": {"S": "floor"}})


def kept(name: str) -> bool:
    """Whether there is such an item."""
    key = {"pk": {"S": name}, "sk": {"S": "floor"}}
    return "Item" in dynamodb.get_item(TableName=TABLE, Key=key, ConsistentRead=True)
