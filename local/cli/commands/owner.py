"""`earshot owner`: which Alexa account, and which voice, a personal Earshot answers."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from local.cli.deployment import deployed_as
from postbox.links.stores.links import PERSONAL
from postbox.links.stores.owners import Owners
from postbox.store.table import Table

app = typer.Typer(no_args_is_help=True, help="Whom Earshot answers.")

Stage = Annotated[str, typer.Option(help="The deployed stage; `local` is the running stack.")]
Region = Annotated[str, typer.Option(help="The AWS region.")]


@app.command("show")
def show(stage: Stage = "local", region: Region = "us-east-1") -> None:
    """Print the account and the voice that are answered."""
    owner = _owners(stage, region).get(PERSONAL)
    if owner is None:
        typer.echo("Nobody yet: the first who speaks is the owner.")
        return
    since = datetime.fromtimestamp(owner.since, UTC).isoformat(timespec="seconds")
    typer.echo(f"account: {owner.user_id}\nvoice:   {owner.person_id or 'any'}\nsince:   {since}")


@app.command("reset")
def reset(stage: Stage = "local", region: Region = "us-east-1") -> None:
    """Forget them: the first account and the first recognized voice that speak are the owner's."""
    _owners(stage, region).reset(PERSONAL)
    typer.echo("Forgotten. The next who speaks is the owner, so speak now.")


def _owners(stage: str, region: str) -> Owners:
    deployed = deployed_as(stage, region)
    return Owners(Table(deployed.client("dynamodb"), deployed.table))
