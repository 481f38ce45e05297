"""One MiniStack with Earshot deployed to it, for all tests that only talk to it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from local.cloud import Deployment, MiniStack, deploy
from local.echo import Echo
from local.workspace import Workspace, create_app, demo_workspace, serve
from local.world.models import model_for
from tests import patience  # noqa: F401 - MiniStack is waited for

SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True)
class Cloud:
    """Earshot deployed, and the Slack that it is linked to."""

    stack: MiniStack
    deployment: Deployment
    workspace: Workspace
    slack_api_url: str
    echo: Echo
    printed: tuple[str, ...]
    """What the deployment said of its progress."""


@pytest.fixture(scope="session")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    workspace, token = demo_workspace(time.time)
    printed: list[str] = []
    with (
        serve(create_app(workspace)) as slack,
        MiniStack(tmp_path_factory.mktemp("ministack")) as stack,
    ):
        deployment = deploy(stack, {"slackApiUrl": slack.api_url}, on_line=printed.append)
        deployment.store_secrets(token, workspace.signing_secret)
        report = deployment.invoke_refresh()
        assert report["linked"], report

        def invoke(event: dict[str, object]) -> dict[str, object]:
            return deployment.invoke("skill", event)

        # How long Alexa would have waited is no matter here: a busy machine starts slowly.
        echo = Echo(model_for("en-US"), invoke, time.time, skill_id=SKILL_ID, timer=lambda: 0.0)
        yield Cloud(stack, deployment, workspace, slack.api_url, echo, tuple(printed))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for a MiniStack's state."""
    return tmp_path / "state"
