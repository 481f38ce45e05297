"""The command line, called as a person calls it; no stack is running unless a test says so."""

from collections.abc import Callable

import pytest
from click.testing import Result
from typer.testing import CliRunner

from local.cli import stack_file, waits
from local.cli.main import app
from tests.patience import ENDLESS_SECONDS

Command = Callable[..., Result]


@pytest.fixture(autouse=True)
def nothing_runs(tmp_path, monkeypatch):
    """Keep the tests from a stack that the person at this machine may have started."""
    monkeypatch.setattr(stack_file, "FOLDER", tmp_path / "stack")
    monkeypatch.setattr(stack_file, "FILE", tmp_path / "stack" / "stack.json")


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """Let commands wait for answers as long as it takes."""
    monkeypatch.setattr(waits, "SECONDS", ENDLESS_SECONDS)
    monkeypatch.setattr(waits, "SPOKEN_SECONDS", ENDLESS_SECONDS)


@pytest.fixture
def earshot() -> Command:
    """Call `earshot` with these arguments and this standard input."""

    def call(*arguments: object, stdin: str | None = None) -> Result:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call
