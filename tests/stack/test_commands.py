"""The command line on the running stack, as after `make demo` in a second terminal."""

import pytest
from click.testing import Result
from typer.testing import CliRunner

from local.cli import stack_file
from local.cli.main import app
from local.cli.stack_file import Running, write_down
from local.stack.start import RunningStack
from local.workspace import parse_fault
from skill.outbox.sending import message_id
from tests.patience import eventually
from tests.stack.asking import texts
from tests.stack.stories import CAME_LATE, MOST_ATTEMPTS, ROOT

pytestmark = pytest.mark.stack

DEMO = ROOT / "tests" / "conversations" / "demo.txt"


@pytest.fixture(autouse=True)
def written_down(stack: RunningStack, tmp_path, monkeypatch):
    """Let the commands find the stack."""
    monkeypatch.setattr(stack_file, "FOLDER", tmp_path)
    monkeypatch.setattr(stack_file, "FILE", tmp_path / "stack.json")
    deployed = stack.deployment
    write_down(
        Running(
            address=stack.address,
            pid=1,
            aws_endpoint=deployed.endpoint,
            table=deployed.table,
            outbox_url=deployed.outbox_url,
            dead_letter_url=deployed.dead_letter_url,
            events_url=deployed.events_url,
        )
    )


def earshot(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_what_is_said_is_posted_and_alexas_answer_printed(stack: RunningStack):
    result = earshot("say", "tell slack to send I'm giving the demo now")
    assert result.exit_code == 0
    assert result.stdout in {"Sent to general.\n", "On its way to general.\n"}
    stack.room.settle()
    assert texts(stack, "#general") == ["I'm giving the demo now"]


def test_the_demo_plays_on_the_stack_whoever_was_there_before(stack: RunningStack):
    """As the README says it: beside `make demo`, with its two Kevins."""
    stack.room.enliven()
    for _ in range(MOST_ATTEMPTS):
        result = earshot("play", "--stack", "--yes", str(DEMO))
        if CAME_LATE not in result.stdout:
            break
    assert (result.exit_code, result.stdout) == (0, f"{DEMO}: as written\n")


def test_the_doctor_finds_everything_well():
    result = earshot("doctor")
    assert result.exit_code == 0, result.stdout
    assert result.stdout.endswith("All is well.\n")


def test_what_slack_refused_is_listed_and_sent_again(stack: RunningStack):
    stack.workspace.faults.add(parse_fault("message_limit_exceeded"))
    turn = stack.room.say("tell slack to send hello")
    letter = message_id(turn["request"]["request"]["requestId"])
    assert eventually(lambda: "message_limit_exceeded" in earshot("outbox", "list").stdout)
    assert letter in earshot("outbox", "list").stdout
    assert earshot("outbox", "retry", letter).exit_code == 0
    assert eventually(lambda: texts(stack, "#general") == ["hello"])
    assert earshot("outbox", "retry", letter).exit_code == 1
    assert "No dead letters." in earshot("outbox", "list").stdout
