"""`earshot setup`: from nothing to an Echo that speaks, and on from where it stopped."""

from typing import Annotated

import typer

from local.cli.accounts.placement import NotAStage, stage_in_aws
from local.cli.stack_file import FOLDER

STOPPED = 1


def setup(
    stage: Annotated[str, typer.Option(help="The name of this deployment.")] = "prod",
    region: Annotated[
        str, typer.Option(help="The AWS region; without it, it asks the first time.")
    ] = "",
    slack_api_url: Annotated[
        str, typer.Option(help="Slack's Web API, for a Slack that is elsewhere.")
    ] = "https://slack.com/api/",
    default_conversation: Annotated[
        str, typer.Option(help="Where messages go that name no other place, from now on.")
    ] = "",
    alarm_email: Annotated[str, typer.Option(help="Where alarms go from now on.")] = "",
    accounts: Annotated[
        bool, typer.Option("--accounts", help="For several people, each with their own Slack.")
    ] = False,
) -> None:
    """Set up everything for a real Echo, step by step; run it again at any time, it goes on."""
    try:
        stage_in_aws(stage)
    except NotAStage as problem:
        raise typer.BadParameter(str(problem)) from None
    # boto3 comes with it.
    from local.cli.accounts.stopped import Stopped  # noqa: PLC0415
    from local.cli.setup.guide import Guide, Wanted  # noqa: PLC0415
    from local.cli.setup.several import GuideForSeveral  # noqa: PLC0415

    guide = GuideForSeveral if accounts else Guide
    try:
        wanted = Wanted(stage, region, slack_api_url, default_conversation, alarm_email)
        guide(wanted, FOLDER).walk()
    except Stopped as problem:
        typer.echo(f"\n{problem}\nThen run earshot setup again: it goes on from here.", err=True)
        raise typer.Exit(STOPPED) from None
    except (typer.Abort, KeyboardInterrupt, EOFError):
        typer.echo("\nStopped. Run earshot setup again: it goes on from here.", err=True)
        raise typer.Exit(STOPPED) from None
