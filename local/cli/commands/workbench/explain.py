"""`earshot explain "..."`: how a phrase is understood, as JSON.

What understands it is imported when there is a phrase: help answers without.
"""
# ruff: noqa: PLC0415

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from local.cli.options import Region, Stage

if TYPE_CHECKING:
    from skill.understanding.explaining import Explainer

NOT_READABLE, NOT_LINKED = 2, 1


def explain(
    phrase: Annotated[
        str | None,
        typer.Argument(help='Such as "send running late to general"; else one a line from stdin.'),
    ] = None,
    directory: Annotated[
        Path | None,
        typer.Option(
            help='A JSON file, {"people": [{"id", "real_name"}], "channels": [{"id", "name"}], '
            '"default": "general"}; no stack is needed then.'
        ),
    ] = None,
    stage: Stage = "local",
    region: Region = "us-east-1",
    locale: Annotated[str, typer.Option(help="The language of the phrases.")] = "en-US",
) -> None:
    """Print how phrases are understood: recipients with scores, and the text."""
    if phrase is not None and not phrase.strip():
        raise typer.BadParameter("There is no phrase.")
    explainer = _from_file(directory, locale) if directory else _deployed(stage, region, locale)
    if phrase is not None:
        explained = explainer.explain(phrase).plain(with_reasons=True)
        typer.echo(json.dumps(explained, ensure_ascii=False, indent=2))
        return
    for line in _phrases(sys.stdin):
        typer.echo(json.dumps(explainer.explain(line).plain(), ensure_ascii=False))


def _phrases(lines: Iterable[str]) -> Iterable[str]:
    return (line for raw in lines if (line := raw.rstrip("\r\n")).strip())


def _from_file(path: Path, locale: str) -> "Explainer":
    from local.cli.directory_file import NotADirectory, read_directory
    from skill.understanding.explaining import Explainer

    try:
        read = read_directory(path)
    except NotADirectory as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(NOT_READABLE) from None
    return Explainer(read.directory, read.default, locale=locale)


def _deployed(stage: str, region: str, locale: str) -> "Explainer":
    # Only a deployment needs AWS's client, which takes longer to import than all of the rest.
    from local.cli.deployment import deployed_as

    deployed = deployed_as(stage, region)
    from postbox.directory.stores.directories import Directories
    from postbox.links.stores.aliases import Aliases
    from postbox.links.stores.links import PERSONAL, Links
    from postbox.store.table import Table
    from skill.understanding.explaining import Explainer
    from skill.understanding.names.candidate import EXACT, Candidate, Kind

    table = Table(deployed.client("dynamodb"), deployed.table)
    link = Links(table).get(PERSONAL)
    if link is None:
        typer.echo("Earshot is not linked to Slack there. See: earshot doctor", err=True)
        raise typer.Exit(NOT_LINKED)
    names = Directories(table).names(link.team_id)
    taught = {
        alias.key: Candidate(alias.target_id, alias.target_name, Kind(alias.kind), EXACT, "learned")
        for alias in Aliases(table).of(PERSONAL)
    }
    return Explainer(names.directory, link.default_conversation_name, names.index, taught, locale)
