"""`earshot owner`: which Alexa account, and which voice, a personal Earshot answers."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from local.cli.deployment import deployed_as
from local.cli.options import Region, Stage, group

app = group("Whom Earshot answers.")

if TYPE_CHECKING:
    from postbox.links.stores.owners import Owners


@app.command("show")
def show(stage: Stage = "local", region: Region = "us-east-1") -> None:
    """Print the account and the voice that are answered."""
    owners, link_id = _owners(stage, region)
    owner = owners.get(link_id)
    if owner is None:
        typer.echo("Nobody yet: the first who speaks is the owner.")
        return
    since = datetime.fromtimestamp(owner.since, UTC).isoformat(timespec="seconds")
    typer.echo(f"account: {owner.user_id}\nvoice:   {owner.person_id or 'any'}\nsince:   {since}")


@app.command("reset")
def reset(stage: Stage = "local", region: Region = "us-east-1") -> None:
    """Forget them: the first account and the first recognized voice that speak are the owner's."""
    owners, link_id = _owners(stage, region)
    owners.reset(link_id)
    typer.echo("Forgotten. The next who speaks is the owner, so speak now.")


def _owners(stage: str, region: str) -> tuple["Owners", str]:
    deployed = deployed_as(stage, region)
    # The table brings boto3 along: imported once there is one.
    from postbox.links.stores.links import PERSONAL  # noqa: PLC0415
    from postbox.links.stores.owners import Owners  # noqa: PLC0415
    from postbox.store.table import Table  # noqa: PLC0415

    return Owners(Table(deployed.client("dynamodb"), deployed.table)), PERSONAL
