"""`earshot audit`: whether what happened keeps the promise. Shows ids and states, not texts."""

import json
import time
from pathlib import Path
from typing import Annotated

import typer

from bridge.outbox.deadlines import LONGEST_SECONDS
from bridge.outbox.net import GRACE_SECONDS
from local.cli.audit import Attempt, Facts, Finding, attempts_in, audit
from local.cli.deployment import deployed_as
from postbox.links.stores.links import PERSONAL
from postbox.outbox.receipt import Receipt
from postbox.store import keys
from postbox.store.codec import from_record
from postbox.store.errors import MalformedRecord
from postbox.store.expiry import DAY
from postbox.store.table import Item, Table

NOT_KEPT = 1
OVERDUE_SECONDS = LONGEST_SECONDS + 2 * GRACE_SECONDS
"""Later than this after it was spoken nothing may be unsettled, whatever it is."""


def audit_outbox(
    logs: Annotated[
        list[Path] | None,
        typer.Argument(help="Logs of the post function, whose outcome lines are compared."),
    ] = None,
    stage: Annotated[str, typer.Option(help="The deployed stage; `local` is the stack.")] = "local",
    region: Annotated[str, typer.Option(help="The AWS region.")] = "us-east-1",
) -> None:
    """Check that every accepted message was posted once, or told of; fail where one was not."""
    deployed = deployed_as(stage, region)
    attempts = [
        attempt
        for log in logs or []
        for attempt in attempts_in(log.read_text(encoding="utf-8").splitlines(), json.loads)
    ]
    table = Table(deployed.client("dynamodb"), deployed.table)
    count, findings = findings_in(table, PERSONAL, attempts, time.time())
    for finding in findings:
        typer.echo(f"{finding.command_id}  {finding.state}  {finding.problem}")
    typer.echo(f"{count} receipts, {len(findings)} not as promised.")
    if findings:
        raise typer.Exit(NOT_KEPT)


def findings_in(
    table: Table,
    link_id: str,
    attempts: list[Attempt],
    now: float,
    overdue_after: float = OVERDUE_SECONDS,
) -> tuple[int, list[Finding]]:
    """Return how many receipts a link has, and what is not as promised."""
    partition = keys.link_partition(link_id)
    told_of = frozenset(map(_named, table.query(partition, "NOTICE#")))
    held = frozenset(map(_named, table.query(partition, keys.HELD)))
    receipts, findings = [], []
    for prefix in (keys.SENT, keys.ACTION):
        for item in table.query(partition, prefix):
            try:
                receipts.append(from_record(Receipt, item))
            except MalformedRecord:
                name = _named(item)
                if name not in told_of:
                    state = str(item.get("state", "-"))
                    findings.append(Finding(name, state, "cannot be read, and nobody was told"))
    facts = Facts(receipts, told_of, held, attempts)
    findings += audit(facts, now, overdue_after, DAY)
    return len(receipts), findings


def _named(item: Item) -> str:
    return str(item["sk"]).split("#", 2)[2]
