"""An empty mailbox: what is left of an earlier run concerns a workspace that is no more."""

from typing import Any

from local.cloud.deployment import Deployment


def wipe(deployment: Deployment) -> None:
    """Empty the table and the queues."""
    dynamodb = deployment.stack.client("dynamodb")
    for key in list(_keys(dynamodb, deployment.table)):
        dynamodb.delete_item(TableName=deployment.table, Key=key)
    sqs = deployment.stack.client("sqs")
    for url in (deployment.outbox_url, deployment.dead_letter_url):
        sqs.purge_queue(QueueUrl=url)


def _keys(dynamodb: Any, table: str) -> Any:
    pages = dynamodb.get_paginator("scan").paginate(TableName=table, ProjectionExpression="pk, sk")
    for page in pages:
        yield from page["Items"]
