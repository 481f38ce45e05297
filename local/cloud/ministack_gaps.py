"""What MiniStack drops from CloudFormation and takes through the API; and what it must not drop.

Measured with MiniStack 1.5.33: a table's time to live and its point-in-time recovery are lost.
"""

from typing import Any

from local.cloud.deployment import Deployment

EXPIRES_AT = "expires_at"


class NotAsDescribed(Exception):
    """MiniStack deployed something else than serverless.yml describes."""


def mend(deployment: Deployment) -> None:
    """Set what was dropped, then check what Earshot relies on; raises NotAsDescribed."""
    _set_time_to_live(deployment)
    _set_recovery(deployment)
    wrong = [f"{what}: {found!r}" for what, found, right in _relied_on(deployment) if not right]
    if wrong:
        raise NotAsDescribed("MiniStack deployed otherwise than described: " + "; ".join(wrong))


def _set_time_to_live(deployment: Deployment) -> None:
    tables = deployment.client("dynamodb")
    described = tables.describe_time_to_live(TableName=deployment.table)
    if described["TimeToLiveDescription"]["TimeToLiveStatus"] == "DISABLED":
        tables.update_time_to_live(
            TableName=deployment.table,
            TimeToLiveSpecification={"Enabled": True, "AttributeName": EXPIRES_AT},
        )


def _set_recovery(deployment: Deployment) -> None:
    deployment.client("dynamodb").update_continuous_backups(
        TableName=deployment.table,
        PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True},
    )


def _relied_on(deployment: Deployment) -> list[tuple[str, Any, bool]]:
    """Return what it is, what was found, and whether that is right."""
    sqs = deployment.client("sqs")
    outbox = sqs.get_queue_attributes(QueueUrl=deployment.outbox_url, AttributeNames=["All"])
    attributes = outbox["Attributes"]
    functions = deployment.client("lambda")
    mappings = functions.list_event_source_mappings(FunctionName=deployment.function("post"))
    partial = [mapping.get("FunctionResponseTypes") for mapping in mappings["EventSourceMappings"]]
    rules = deployment.client("events").list_rules()["Rules"]
    schedules = [rule.get("ScheduleExpression") for rule in rules]
    return [
        ("the outbox's order", attributes.get("FifoQueue"), attributes.get("FifoQueue") == "true"),
        (
            "the outbox's dead letters",
            attributes.get("RedrivePolicy"),
            "dead-letters" in attributes.get("RedrivePolicy", ""),
        ),
        ("partial failure of a batch", partial, partial == [["ReportBatchItemFailures"]]),
        ("the schedule of refresh", schedules, "rate(5 minutes)" in schedules),
    ]
