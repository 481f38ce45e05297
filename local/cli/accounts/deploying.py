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
from local.cli.accounts.placement import NotAStage, stage_in_aws
from local.cli.accounts.stopped import Stopped

DEPLOYED = "/earshot/{stage}/deployed"
"""Where the account remembers what was deployed."""
WORKS = ("CREATE_COMPLETE", "UPDATE_COMPLETE")


def deploy(
    stage: str,
    region: str,
    parameters: Mapping[str, str],
    on_line: Callable[[str], None],
) -> None:
    """Deploy with osls; raises Stopped. Parameters that are "" take their defaults."""
    in_aws_only(stage)
    given = {name: value for name, value in parameters.items() if value}
    arguments = ["deploy", "--stage", stage, "--region", region, *osls.parameters(given)]
    try:
        osls.run(arguments, os.environ, on_line)
    except osls.OslsFailed as failure:
        raise Stopped(f"osls could not deploy. {failure}") from None


def in_aws_only(stage: str) -> None:
    """Raise Stopped for what is no stage in AWS, such as that of the local stack."""
    try:
        stage_in_aws(stage)
    except NotAStage as problem:
        raise Stopped(str(problem)) from None


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
