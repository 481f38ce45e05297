"""serverless.yml to AWS, with the credentials of this shell; not again where nothing changed."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from deploy import osls
from deploy.fingerprint import fingerprint
from deploy.packages import PackagingFailed, build_all
from local.cli.accounts.stopped import Stopped

DEPLOYED = "/earshot/{stage}/deployed"
"""Where the account remembers what was deployed."""
LOCAL = "local"
"""The stack on this machine. In AWS its roles would not be held to keys, nor its table kept."""
WORKS = ("CREATE_COMPLETE", "UPDATE_COMPLETE")


def deploy(
    stage: str,
    region: str,
    parameters: Mapping[str, str],
    on_line: Callable[[str], None],
) -> None:
    """Deploy with osls; raises Stopped. Parameters that are "" take their defaults."""
    refuse_local(stage)
    given = {name: value for name, value in parameters.items() if value}
    arguments = ["deploy", "--stage", stage, "--region", region, *osls.parameters(given)]
    try:
        osls.run(arguments, os.environ, on_line)
    except osls.OslsFailed as failure:
        raise Stopped(f"osls could not deploy. {failure}") from None


def refuse_local(stage: str) -> None:
    """Raise Stopped for the stage of the local stack."""
    if stage == LOCAL:
        raise Stopped("The stage local is the stack on this machine. Name another --stage.")


def deploy_once(
    stage: str,
    region: str,
    parameters: Mapping[str, str],
    on_line: Callable[[str], None],
) -> None:
    """Deploy, unless the very same stands there already."""
    on_line("Building the functions' packages")
    wanted = fingerprint((region, stage, sorted(parameters.items())), _packages())
    ssm = boto3.client("ssm", region_name=region)
    name = DEPLOYED.format(stage=stage)
    try:
        before = ssm.get_parameter(Name=name)["Parameter"]["Value"]
    except (BotoCoreError, ClientError):
        before = None
    if before == wanted and _stands(stage, region):
        on_line("Deployed already, and nothing has changed")
        return
    deploy(stage, region, parameters, on_line)
    # Where it cannot be remembered, the same is deployed once more another time.
    with suppress(BotoCoreError, ClientError):
        ssm.put_parameter(Name=name, Value=wanted, Type="String", Overwrite=True)


def _packages() -> list[Path]:
    try:
        return [package.path for package in build_all()]
    except PackagingFailed as failure:
        raise Stopped(str(failure)) from None


def _stands(stage: str, region: str) -> bool:
    cloud = boto3.client("cloudformation", region_name=region)
    try:
        (found,) = cloud.describe_stacks(StackName=f"earshot-{stage}")["Stacks"]
    except (BotoCoreError, ClientError):
        return False
    return found["StackStatus"] in WORKS
