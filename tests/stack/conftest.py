"""One stack for all tests of this folder: deployed by `earshot up`, then started once more."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from local.cloud.ports import is_free
from local.conversations.steps import Setting
from local.echo import answers
from local.stack import alexa_accounts, gateway, room
from local.stack.start import RunningStack, started
from local.world import on_stack
from tests.patience import ENDLESS_SECONDS, eventually
from tests.stack.up_process import UpProcess, is_running


@dataclass(frozen=True)
class FirstStart:
    """What `earshot up` in an empty folder did, up to its end by Ctrl-C."""

    folder: Path
    printed: list[str]
    running: dict[str, Any]
    """What it wrote down for the other commands."""
    family: list[int]
    """The processes that it was, itself first."""
    exit_status: int
    survivors: list[int]
    """The processes that were still there long after."""
    ports_still_taken: list[int]


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> FirstStart:
    folder = tmp_path_factory.mktemp("stack")
    with closing(UpProcess(folder)) as process:
        process.read_until("Ctrl-C ends it.")
        running = process.written_down()
        family = process.family()
        exit_status = process.press_ctrl_c()
    eventually(lambda: not any(map(is_running, family)))
    addresses = [urlsplit(running[name]) for name in ("address", "aws_endpoint")]
    ports = [address.port for address in addresses if address.port]
    return FirstStart(
        folder=folder,
        printed=process.printed,
        running=running,
        family=family,
        exit_status=exit_status,
        survivors=[pid for pid in family if is_running(pid)],
        ports_still_taken=[port for port in ports if not is_free(port)],
    )


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everybody wait as long as it takes: Alexa for the skill, players for the stack."""
    monkeypatch.setattr(answers, "MOST_SECONDS", ENDLESS_SECONDS)
    monkeypatch.setattr(room, "SETTLE_SECONDS", ENDLESS_SECONDS)
    for module in (on_stack, gateway, alexa_accounts):
        monkeypatch.setattr(module, "SECONDS", ENDLESS_SECONDS)


@pytest.fixture(scope="session")
def progress() -> list[str]:
    """What the second start said of its progress."""
    return []


@pytest.fixture(scope="session")
def running_stack(first_start: FirstStart, progress: list[str]) -> Iterator[RunningStack]:
    with started(first_start.folder, progress.append) as stack:
        yield stack


@pytest.fixture
def stack(running_stack: RunningStack) -> RunningStack:
    """The stack, and in it nobody wrote anything yet."""
    running_stack.workspace.faults.clear()
    running_stack.room.reset(Setting())
    return running_stack
