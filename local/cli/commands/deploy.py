"""`earshot deploy`: serverless.yml to AWS, and what to do next."""

import os
import re
import subprocess
from pathlib import Path
from typing import Annotated, NoReturn

import boto3
import typer
from botocore.exceptions import BotoCoreError, ClientError

from local.cli.checks import alarms
from local.cli.deployment import find

ROOT = Path(__file__).parents[3]
OSLS = ROOT / "node_modules" / ".bin" / "osls"
SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9a-f-]{36}")
NOT_DEPLOYED = 1


def deploy(
    skill_id: Annotated[str, typer.Option(help="Your skill's id, amzn1.ask.skill...")],
    stage: Annotated[str, typer.Option(help="The name of this deployment.")] = "prod",
    region: Annotated[str, typer.Option(help="us-east-1, eu-west-1 or us-west-2.")] = "us-east-1",
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
    if not OSLS.exists():
        _end("The npm packages are missing. Install them with: make install")
    typer.echo(f"Deploying to account {_account(region)}, {region}, stage {stage} ...")
    parameters = {
        "skillId": skill_id,
        "defaultConversation": default_conversation,
        "alarmEmail": alarm_email,
        "ownerUserId": owner,
        "summaryModel": summary_model,
    }
    given = [f"--param={name}={value}" for name, value in parameters.items() if value]
    command = [str(OSLS), "deploy", "--stage", stage, "--region", region, *given]
    path = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=False)
    if done.returncode:
        _end("osls could not deploy; what it printed above says why.")
    _say_what_is_next(stage, region)


def _account(region: str) -> str:
    try:
        identity = boto3.client("sts", region_name=region).get_caller_identity()
    except (BotoCoreError, ClientError) as error:
        _end(f"AWS does not know you here ({error}). Sign in first, for example: aws sso login")
    return identity["Account"]


def _say_what_is_next(stage: str, region: str) -> None:
    deployed = find(stage, region)
    functions = deployed.client("lambda")
    name = deployed.function("skill")
    arn = functions.get_function(FunctionName=name)["Configuration"]["FunctionArn"]
    typer.echo(f"""
Deployed. What is next:
1. The skill's endpoint (developer console, Endpoint, default region): {arn}
2. Slack's events: earshot slack-manifest --events-url {deployed.events_url}
3. The secrets, if they are not stored yet: see docs/configuration.md
4. Look at all of it: earshot doctor --stage {stage} --region {region}""")
    told = alarms(deployed)
    if not told.is_right:
        typer.echo(f"\nAlarms: {told.found}. {told.mend}.")


def _end(problem: str) -> NoReturn:
    typer.echo(problem, err=True)
    raise typer.Exit(NOT_DEPLOYED)
