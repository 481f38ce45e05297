"""A workspace behind a real server, and Slack's own client for it."""

from collections.abc import Callable, Iterator

import pytest
from slack_sdk import WebClient

from local.workspace import Served, Workspace, create_app, demo_workspace, serve
from local.workspace.team.entities import Conversation, Person
from local.world.clock import SteppedClock
from tests.local.workspace.refusals import refusal as refused


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(1_790_000_000.0)


@pytest.fixture
def installed(clock: SteppedClock) -> tuple[Workspace, str]:
    return demo_workspace(clock)


@pytest.fixture
def workspace(installed: tuple[Workspace, str]) -> Workspace:
    return installed[0]


@pytest.fixture
def kevin(workspace: Workspace) -> Person:
    return workspace.find_person("Kevin")


@pytest.fixture
def token(installed: tuple[Workspace, str]) -> str:
    return installed[1]


@pytest.fixture
def general(workspace: Workspace) -> Conversation:
    return workspace.find_conversation("general")


@pytest.fixture
def served(workspace: Workspace) -> Iterator[Served]:
    with serve(create_app(workspace)) as served:
        yield served


@pytest.fixture
def slack(served: Served, token: str) -> WebClient:
    return WebClient(token, base_url=served.api_url, retry_handlers=[], timeout=600)


@pytest.fixture
def refusal() -> Callable[..., str]:
    """Return the error code that a call is refused with."""
    return refused
