"""`earshot deploy`: serverless.yml to AWS, and what to do next."""

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from local.cli.accounts.placement import (
    DEFAULT_REGION,
    NotAlexas,
    NotAStage,
    alexas_region,
    stage_in_aws,
)
from local.cli.accounts.skill_package import SKILL_ID

if TYPE_CHECKING:
    from local.cli.deployment import Deployed

NOT_DEPLOYED = 1


def deploy(
    skill_id: Annotated[str, typer.Option(help="Your skill's id, amzn1.ask.skill...")],
    stage: Annotated[str, typer.Option(help="The name of this deployment.")] = "prod",
    region: Annotated[
        str, typer.Option(help="One that Alexa calls: docs/setup.md.")
    ] = DEFAULT_REGION,
    default_conversation: Annotated[
        str, typer.Option(help="Where messages go that name no other place.")
    ] = "general",
    alarm_email: Annotated[str, typer.Option(help="Where alarms go, if anywhere.")] = "",
    owner: Annotated[
        str, typer.Option(help="The Alexa account that is answered; else the first that speaks.")
    ] = "",
    summary_model: Annotated[
        str, typer.Option(help="The Amazon Bedrock model that makes summaries, if any.")
    ] = "",
) -> None:
    """Deploy to AWS with the credentials of this shell."""
    if not SKILL_ID.fullmatch(skill_id):
        raise typer.BadParameter("A skill id looks like amzn1.ask.skill. and 36 characters.")
    try:
        stage_in_aws(stage)
        alexas_region(region)
    except (NotAStage, NotAlexas) as problem:
        raise typer.BadParameter(str(problem)) from None
    # boto3 comes with these.
    from deploy import osls  # noqa: PLC0415
    from local.cli.accounts import deploying  # noqa: PLC0415
    from local.cli.accounts.account import account  # noqa: PLC0415
    from local.cli.accounts.stopped import Stopped  # noqa: PLC0415
    from local.cli.deployment import find  # noqa: PLC0415

    parameters = {
        "skillId": skill_id,
        "defaultConversation": default_conversation,
        "alarmEmail": alarm_email,
        "ownerUserId": owner,
        "summaryModel": summary_model,
    }
    if not osls.OSLS.exists():
        _end(osls.MISSING)
    try:
        number = account(region).number
        typer.echo(f"Deploying to account {number}, {region}, stage {stage} ...")
        deploying.deploy(stage, region, parameters, typer.echo)
    except Stopped as problem:
        _end(str(problem))
    _say_what_is_next(find(stage, region))


def _say_what_is_next(deployed: "Deployed") -> None:
    from local.cli.checks import alarms, skill_arn  # noqa: PLC0415

    arn, where = skill_arn(deployed), f"--stage {deployed.stage} --region {deployed.region}"
    typer.echo(f"""
Deployed. What is next:
1. The skill's endpoint (developer console, Endpoint, default region): {arn}
2. Slack's events: earshot slack-manifest --events-url {deployed.events_url}
3. The secrets, if they are not stored yet: earshot setup {where}
4. Look at all of it: earshot doctor {where}""")
    told = alarms(deployed)
    if not told.is_right:
        typer.echo(f"\nAlarms: {told.found}. {told.mend}.")


def _end(problem: str) -> NoReturn:
    typer.echo(problem, err=True)
    raise typer.Exit(NOT_DEPLOYED)
