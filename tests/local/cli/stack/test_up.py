"""`earshot up` where it cannot start says why, and starts nothing. How it starts: tests/stack."""

import os
import signal
import socket
from contextlib import suppress

import pytest

from local.cli import running
from local.cli.commands.workbench import up
from tests.local.cli.stack.answering_stack import stack_that_answers


@pytest.fixture(autouse=True)
def own_state(monkeypatch):
    """Keep the state in the test's folder, and Ctrl-C with pytest."""
    monkeypatch.setattr(up, "FOLDER", running.FOLDER)
    monkeypatch.setattr(up, "FILE", running.FILE)
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)


def test_a_stack_that_runs_already_is_named_with_its_address(earshot):
    with stack_that_answers({}):
        result = earshot("up")
        assert running.FILE.exists()
        address = running.find().address
    assert result.exit_code == 1
    assert result.stderr == f"The local stack is running already: {address}\n"


def test_a_second_one_while_the_first_still_starts_is_refused_and_does_no_harm(earshot):
    with running.alone():
        running.FILE.write_text("what the first one is about to write")
        before = sorted(running.FOLDER.iterdir())
        result = earshot("up")
        assert sorted(running.FOLDER.iterdir()) == before
        assert running.FILE.read_text() == "what the first one is about to write"
    assert result.exit_code == 1
    assert result.stderr == (
        f"The local stack is being started already, by process {os.getpid()}.\n"
    )


def test_one_that_ended_badly_keeps_nobody_from_starting(earshot):
    with suppress(ZeroDivisionError), running.alone():
        1 / 0  # noqa: B018
    with running.alone():
        pass


def test_a_port_in_use_is_named(earshot):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        result = earshot("up", "--port", port)
    assert result.exit_code == 1
    assert f"Port {port} is in use. Name another one." in result.stderr
    assert not running.FILE.exists()


@pytest.mark.parametrize("port", ["0", "65536", "many"])
def test_a_port_that_is_none_is_refused(earshot, port):
    result = earshot("up", "--port", port)
    assert result.exit_code == 2
    assert "--port" in result.stderr
    assert not running.FILE.exists()
