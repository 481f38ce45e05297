"""`earshot outbox`: list, retry and drop what was not posted. Shows ids and places, not texts."""

import time
from typing import Annotated

import typer

from local.cli.deployment import deployed_as
from local.cli.options import Region, Stage, group

NONE_SUCH = 1

app = group("What was spoken, and what became of it.")

Id = Annotated[str, typer.Argument(help="The message's id, as `earshot outbox list` shows it.")]

# What reads an outbox brings boto3 and rich along: each command imports it once there is one.


@app.command("list")
def list_messages(stage: Stage = "local", region: Region = "us-east-1") -> None:
    """List the newest messages with their states, and the dead letters with their reasons."""
    deployed = deployed_as(stage, region)
    from local.cli.outbox_told import tell  # noqa: PLC0415

    tell(deployed)


@app.command("retry")
def retry_message(message: Id, stage: Stage = "local", region: Region = "us-east-1") -> None:
    """Send a dead letter's message again, as a new message that is spoken now."""
    deployed = deployed_as(stage, region)
    from local.cli.dead_letters import CannotBeDone, retried  # noqa: PLC0415

    try:
        command_id = retried(deployed, message, time.time())
    except CannotBeDone as problem:
        raise _ended(problem) from None
    typer.echo(f"On its way as {command_id}.")


@app.command("drop")
def drop_message(message: Id, stage: Stage = "local", region: Region = "us-east-1") -> None:
    """Remove a dead letter; its speaker was told already that it was not sent."""
    deployed = deployed_as(stage, region)
    from local.cli.dead_letters import CannotBeDone, dropped  # noqa: PLC0415

    try:
        dropped(deployed, message)
    except CannotBeDone as problem:
        raise _ended(problem) from None
    typer.echo("Dropped.")


def _ended(problem: Exception) -> typer.Exit:
    typer.echo(str(problem), err=True)
    return typer.Exit(NONE_SUCH)
