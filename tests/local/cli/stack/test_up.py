"""`earshot up` where it cannot start says why, and starts nothing. How it starts: tests/stack."""

import os
import signal
import socket
from contextlib import suppress

import pytest

from local.cli import stack_file
from local.cli.commands.workbench import up
from tests.local.cli.stack.answering_stack import stack_that_answers


@pytest.fixture(autouse=True)
def own_state(monkeypatch):
    """Keep the state in the test's folder, and Ctrl-C with pytest."""
    monkeypatch.setattr(up, "FOLDER", stack_file.FOLDER)
    monkeypatch.setattr(up, "FILE", stack_file.FILE)
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)


def test_a_stack_that_runs_already_is_named_with_its_address(earshot):
    with stack_that_answers({}):
        result = earshot("up")
        assert stack_file.FILE.exists()
        address = stack_file.find().address
    assert result.exit_code == 1
    assert result.stderr == f"The local stack is running already: {address}\n"


def test_a_second_one_while_the_first_still_starts_is_refused_and_does_no_harm(earshot):
    with stack_file.alone():
        stack_file.FILE.write_text("what the first one is about to write")
        before = sorted(stack_file.FOLDER.iterdir())
        result = earshot("up")
        assert sorted(stack_file.FOLDER.iterdir()) == before
        assert stack_file.FILE.read_text() == "what the first one is about to write"
    assert result.exit_code == 1
    assert result.stderr == (
        f"The local stack is being started already, by process {os.getpid()}.\n"
    )


def test_one_that_ended_badly_keeps_nobody_from_starting(earshot):
    with suppress(ZeroDivisionError), stack_file.alone():
        1 / 0  # noqa: B018
    with stack_file.alone():
        pass


def test_a_port_in_use_is_named(earshot):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        result = earshot("up", "--port", port)
    assert result.exit_code == 1
    assert f"Port {port} is in use. Name another one." in result.stderr
    assert not stack_file.FILE.exists()


@pytest.mark.parametrize("port", ["0", "65536", "many"])
def test_a_port_that_is_none_is_refused(earshot, port):
    result = earshot("up", "--port", port)
    assert result.exit_code == 2
    assert "--port" in result.stderr
    assert not stack_file.FILE.exists()
