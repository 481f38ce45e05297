"""`earshot audit`: whether what happened keeps the promise, and who did what; ids, not texts."""

import json
import time
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from local.cli.deployment import Deployed, deployed_as
from local.cli.options import Region, Stage

NOT_KEPT = 1


def _a_day(day: str) -> str:
    try:
        return day and date.fromisoformat(day).isoformat()
    except ValueError:
        raise typer.BadParameter("A day is written as 2026-11-29.") from None


def audit_outbox(
    logs: Annotated[
        list[Path] | None,
        typer.Argument(help="Logs of the post function, whose outcome lines are compared."),
    ] = None,
    stage: Stage = "local",
    region: Region = "us-east-1",
    trail: Annotated[
        str,
        typer.Option(callback=_a_day, help="A day (UTC, as 2026-11-29): print who did what on it."),
    ] = "",
) -> None:
    """Check that every accepted message was posted once, or told of; fail where one was not."""
    deployed = deployed_as(stage, region)
    if trail:
        return _print_trail(deployed, trail)
    # What reads a table brings boto3 along: imported once there is one.
    from local.cli.audit.paths import attempts_in  # noqa: PLC0415
    from local.cli.audit.stored import findings_in  # noqa: PLC0415

    attempts = [attempt for log in logs or [] for attempt in attempts_in(_lines(log), json.loads)]
    client, now = deployed.client("dynamodb"), time.time()
    count, findings = findings_in(client, deployed.table, attempts, now)
    for finding in findings:
        typer.echo(f"{finding.command_id}  {finding.state}  {finding.problem}")
    typer.echo(f"{count} receipts, {len(findings)} not as promised.")
    if findings:
        raise typer.Exit(NOT_KEPT)
    return None


def _print_trail(deployed: Deployed, day: str) -> None:
    from local.cli.audit.trail import trail_of  # noqa: PLC0415 - it brings the mailbox along
    from postbox.store.table import Table  # noqa: PLC0415

    lines = list(trail_of(Table(deployed.client("dynamodb"), deployed.table), day))
    for line in lines or [f"Nothing was noted on {day}."]:
        typer.echo(line)


def _lines(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8", errors="replace").splitlines()
