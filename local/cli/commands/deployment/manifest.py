"""`earshot slack-manifest`: the Slack app's manifest, ready to paste."""

import json
from typing import Annotated

import typer

from local.cli.accounts.slack_app import manifest


def slack_manifest(
    events_url: Annotated[
        str | None,
        typer.Option(help="The events address that `earshot deploy` printed; none before that."),
    ] = None,
    accounts_url: Annotated[
        str | None,
        typer.Option(help="Where account linking is, for several people; none for an owner alone."),
    ] = None,
) -> None:
    """Print the manifest of the Slack app, for api.slack.com/apps, "from a manifest"."""
    if events_url is not None and not events_url.startswith("https://"):
        raise typer.BadParameter("Slack sends events to https:// addresses only.")
    if accounts_url is not None and not accounts_url.startswith("https://"):
        raise typer.BadParameter("Slack sends people back to https:// addresses only.")
    typer.echo(json.dumps(manifest(events_url, accounts_url), indent=2))
    if events_url is None:
        typer.echo(
            "This manifest has no events yet. After `earshot deploy`, run it again with "
            "--events-url and update the app: replies are heard only then.",
            err=True,
        )
