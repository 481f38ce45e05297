"""`earshot skill-package`: what Alexa needs of the skill, as a folder for the ask command."""

from pathlib import Path
from typing import Annotated

import typer

from local.cli.accounts.placement import all_regions
from local.cli.accounts.skill_package import ARN, SKILL_ID, CannotBeWritten, is_alexas, write

NOT_WRITTEN = 1


def skill_package(
    lambda_arn: Annotated[str, typer.Option(help="The skill function that was deployed.")],
    skill_id: Annotated[
        str, typer.Option(help="The skill that `ask deploy` is to update; else it makes one.")
    ] = "",
    folder: Annotated[Path, typer.Option(help="Where to write it.")] = Path(".build/skill-package"),
) -> None:
    """Write the skill package, which `ask deploy` or the developer console's import takes."""
    if not ARN.fullmatch(lambda_arn):
        raise typer.BadParameter("That is not the ARN of a Lambda function.")
    if not is_alexas(lambda_arn):
        raise typer.BadParameter(f"Alexa calls functions in {all_regions()} only.")
    if skill_id and not SKILL_ID.fullmatch(skill_id):
        raise typer.BadParameter("A skill id looks like amzn1.ask.skill. and 36 characters.")
    try:
        write(folder, lambda_arn, skill_id)
    except CannotBeWritten as problem:
        typer.echo(f"{problem} Name another one with --folder.", err=True)
        raise typer.Exit(NOT_WRITTEN) from None
    typer.echo(f"The skill package is in {folder}. There: ask deploy --target skill-metadata")
