"""`earshot setup` as a person plays it: a local AWS with IAM, a local Slack, answers typed in."""

import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from click.testing import Result

from local.cli.accounts import ask_cli
from local.cli.commands.deployment import setup as command
from local.cli.deployment import Deployed
from local.cli.setup import guide
from local.cloud import MiniStack
from local.cloud.deployment import Deployment
from local.workspace import Workspace, create_app, demo_workspace, serve
from tests import patience  # noqa: F401 - MiniStack is waited for

SKILL_ID = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"
STAGE = "mine"
Tell = Callable[[str], None]


@dataclass
class Bench:
    """Everything that a person has in front of them, and what they type."""

    earshot: Callable[..., Result]
    cloud: MiniStack
    slack_api_url: str
    workspace: Workspace
    token: str
    folder: Path
    region: str = "us-east-1"
    options: list[str] = field(default_factory=list)

    @property
    def secret(self) -> str:
        """What Slack signs with."""
        return self.workspace.signing_secret

    def setup(self, *typed: str) -> Result:
        """Run it, typing these lines; whoever runs out of lines closes the terminal."""
        return self.earshot(
            *("setup", "--stage", STAGE, "--region", self.region),
            *("--slack-api-url", self.slack_api_url, *self.options),
            stdin="".join(f"{line}\n" for line in typed),
        )

    def stored(self, name: str) -> str | None:
        """Return a parameter of this stage, or None."""
        ssm = self.cloud.client("ssm")
        try:
            found = ssm.get_parameter(Name=f"/earshot/{STAGE}/{name}", WithDecryption=True)
        except ssm.exceptions.ParameterNotFound:
            return None
        assert found["Parameter"]["Type"] == "SecureString"
        return str(found["Parameter"]["Value"])

    def is_untouched(self) -> bool:
        """Whether nothing was made in AWS."""
        parameters = self.cloud.client("ssm").describe_parameters()["Parameters"]
        stacks = self.cloud.client("cloudformation").describe_stacks()["Stacks"]
        return not parameters and not stacks


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MiniStack]:
    """A local AWS that asks IAM."""
    with MiniStack(tmp_path_factory.mktemp("ministack"), persist=False) as stack:
        yield stack


@pytest.fixture
def bench(
    earshot: Callable[..., Result],
    cloud: MiniStack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Bench]:
    """An empty account, signed in to, and an app that is installed in Slack."""
    cloud.reset()
    for name, value in cloud.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(command, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(ask_cli, "shutil", _Without(shutil))
    workspace, token = demo_workspace(time.time)
    with serve(create_app(workspace)) as slack:
        yield Bench(earshot, cloud, slack.api_url, workspace, token, tmp_path / "kept")


@pytest.fixture
def reachable(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the events address as this machine reaches it: AWS's own name leads elsewhere.

    And let roles name no keys: this cloud tells them of none.
    """
    real, real_deploy = guide.find, guide.deploy_once

    def find(stage: str, region: str) -> Deployed:
        found = real(stage, region)
        return replace(found, events_url=Deployment.find(bench.cloud, stage).events_url)

    def deploy_once(stage: str, region: str, parameters: Mapping[str, str], on_line: Tell) -> None:
        real_deploy(stage, region, {**parameters, "leadingKeysAbsent": "true"}, on_line)

    monkeypatch.setattr(guide, "find", find)
    monkeypatch.setattr(guide, "deploy_once", deploy_once)


class _Without:
    """shutil on a machine without ask-cli."""

    def __init__(self, real: object) -> None:
        self._real = real

    def which(self, _name: str) -> None:
        return None

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)
