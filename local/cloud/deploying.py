"""Deploys serverless.yml to MiniStack with osls, unless it is deployed there as it is."""

from collections.abc import Callable, Mapping
from pathlib import Path

from botocore.exceptions import ClientError

from deploy import osls
from deploy.fingerprint import fingerprint
from deploy.packages import ROOT, Package, PackagingFailed, build_all
from local.cloud.deployment import Deployment
from local.cloud.ministack import MiniStack
from local.cloud.ministack_gaps import NotAsDescribed, mend

DEPLOYED = "/earshot/{stage}/deployed"
"""Where MiniStack itself remembers what was deployed: what it forgets, it forgets together."""


class DeployFailed(Exception):
    """The deployment did not succeed; the message says why."""


def deploy(
    stack: MiniStack,
    parameters: Mapping[str, str] | None = None,
    stage: str = "local",
    on_line: Callable[[str], None] = lambda _line: None,
    built: Callable[[], list[Package]] = build_all,
) -> Deployment:
    """Deploy, handing over each line of progress, and return what is there; raises DeployFailed.

    `parameters` are those of serverless.yml, such as slackApiUrl. `built` returns the
    functions' packages. Takes about ten seconds, or none when the same is deployed already.
    """
    given = dict(parameters or {})
    try:
        packages = [package.path for package in built()]
        wanted = _fingerprint(stack, stage, given, packages)
        if _deployed(stack, stage) == wanted:
            on_line("Deployed already, and nothing has changed")
            return Deployment.find(stack, stage)
        arguments = ["deploy", "--stage", stage, *osls.parameters(given)]
        osls.run(arguments, stack.environment, on_line)
        deployment = Deployment.find(stack, stage)
        mend(deployment)
    except (osls.OslsFailed, PackagingFailed, NotAsDescribed) as failure:
        raise DeployFailed(str(failure)) from failure
    _remember(stack, stage, wanted)
    return deployment


def _fingerprint(
    stack: MiniStack, stage: str, parameters: Mapping[str, str], packages: list[Path]
) -> str:
    given = (stack.endpoint, stage, sorted(parameters.items()))
    own = (ROOT / "requirements" / "ministack.txt", Path(__file__).with_name("ministack_gaps.py"))
    return fingerprint(given, packages, own)


def _deployed(stack: MiniStack, stage: str) -> str | None:
    try:
        found = stack.client("ssm").get_parameter(Name=DEPLOYED.format(stage=stage))
    except ClientError:
        return None
    return str(found["Parameter"]["Value"])


def _remember(stack: MiniStack, stage: str, fingerprint: str) -> None:
    stack.client("ssm").put_parameter(
        Name=DEPLOYED.format(stage=stage), Value=fingerprint, Type="String", Overwrite=True
    )
