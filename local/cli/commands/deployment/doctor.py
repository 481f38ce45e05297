"""`earshot doctor`: looks at a deployment and says how to mend what is wrong."""

import time
from typing import Annotated

import typer

from local.cli.deployment import deployed_as
from local.cli.options import Region, Stage

SOMETHING_WRONG = 1


def doctor(
    stage: Stage = "local",
    region: Region = "us-east-1",
    loop: Annotated[
        bool, typer.Option(help="Post a note to yourself in Slack, and take it away again.")
    ] = True,
) -> None:
    """Look at AWS, Slack and Alexa, and say of each thing that is wrong how to mend it."""
    deployed = deployed_as(stage, region)
    # What it looks with takes a second to import: only where there is something to look at.
    from local.cli.checks import look  # noqa: PLC0415

    wrong = 0
    for finding in look(deployed, time.time, time.sleep if loop else None):
        typer.echo(f"{finding.mark} {finding.what}: {finding.found}")
        if finding.look:
            typer.echo(f"      {finding.look}")
        if not finding.is_right:
            wrong += 1
            typer.echo(f"      {finding.mend}")
    if wrong:
        raise typer.Exit(SOMETHING_WRONG)
    typer.echo("All is well.")
