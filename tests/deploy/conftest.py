"""The compiled templates, once for a whole test run, however many processes it has."""

import fcntl
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from deploy.template import COMPILED, compile_template

GIVEN_LOCALLY = MappingProxyType(
    {
        "slackApiUrl": "http://127.0.0.1:8080/api/",
        "defaultConversation": "ops",
        "maxMessageAge": "120",
        "tokenParameter": "/mine/token",
        "alarmEmail": "owner@example.org",
        "summaryModel": "us.amazon.nova-lite-v1:0",
        "oldestMessageAlarm": "50",
        "ownerUserId": "amzn1.ask.account.GISELLE",
        "eventsPerSecond": "7",
        "skillConcurrency": "5",
    }
)
"""Parameters that differ from their defaults, all of them."""


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this test run that all its processes see."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def template(shared_folder: Path) -> dict[str, Any]:
    """What CloudFormation gets for the stage `prod`."""
    return _compiled_once(shared_folder / "prod", "prod", {})


@pytest.fixture(scope="session")
def local_template(shared_folder: Path) -> dict[str, Any]:
    """What MiniStack gets for the stage `local`, with parameters given."""
    return _compiled_once(shared_folder / "local", "local", GIVEN_LOCALLY)


@pytest.fixture(scope="session")
def compiled(shared_folder: Path) -> Callable[..., dict[str, Any]]:
    """Compile for `prod` with these parameters, each combination once."""

    def compiled(**given: str) -> dict[str, Any]:
        name = "-".join(["prod", *(f"{key}-{given[key]}" for key in sorted(given))])
        return _compiled_once(shared_folder / name, "prod", given)

    return compiled


def _compiled_once(folder: Path, stage: str, parameters: Mapping[str, str]) -> dict[str, Any]:
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / COMPILED).exists():
            return compile_template(folder, stage, parameters)
        template: dict[str, Any] = json.loads((folder / COMPILED).read_text())
        return template
