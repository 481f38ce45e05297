"""MiniStack is started, found, kept and ended in good order."""

import os
import shutil
import socket
import stat
import threading
from pathlib import Path

import httpx
import pytest

from local.cloud import MiniStack, MiniStackFailed
from local.cloud.state_folder import StateFolder

pytestmark = pytest.mark.stack


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def program(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_it_answers_once_it_is_started_and_is_gone_once_it_is_stopped(folder):
    stack = MiniStack(folder, persist=False)
    stack.start()
    pid = stack.pid
    assert pid is not None
    assert httpx.get(f"{stack.endpoint}/_ministack/health").is_success
    assert stack.client("sts").get_caller_identity()["Account"] == "000000000000"
    stack.stop()
    assert not is_running(pid)
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{stack.endpoint}/_ministack/health")


def test_what_was_stored_is_there_at_the_next_start_at_the_same_address(folder):
    with MiniStack(folder) as stack:
        endpoint = stack.endpoint
        stack.client("ssm").put_parameter(Name="/kept", Value="yes", Type="SecureString")
    with MiniStack(folder) as stack:
        assert stack.endpoint == endpoint
        found = stack.client("ssm").get_parameter(Name="/kept", WithDecryption=True)
        assert found["Parameter"]["Value"] == "yes"


def test_a_second_one_on_the_same_state_is_refused_and_the_first_named(folder):
    with (
        MiniStack(folder, persist=False) as stack,
        pytest.raises(MiniStackFailed, match=f"process {stack.pid}"),
    ):
        MiniStack(folder).start()


def test_nothing_of_the_callers_environment_gets_into_it(folder, monkeypatch):
    monkeypatch.setenv("AWS_SESSION_TOKEN", "of-a-real-account")
    with MiniStack(folder, persist=False) as stack:
        its_own = Path(f"/proc/{stack.pid}/environ").read_bytes()
        assert b"of-a-real-account" not in its_own
        assert stack.environment.keys() >= {"AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID"}


# ---------------------------------------------------------------------- what is said when it fails


def test_a_wanted_port_in_use_is_named(folder):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        taken = listener.getsockname()[1]
        with pytest.raises(MiniStackFailed, match=f"{taken} is in use"):
            MiniStack(folder, port=taken).start()


def test_what_is_not_installed_is_said_with_how_to_install_it(folder, tmp_path):
    with pytest.raises(MiniStackFailed, match="make install"):
        MiniStack(folder, command=tmp_path / "nothing").start()


def test_what_it_printed_before_it_died_is_shown(folder, tmp_path):
    command = program(tmp_path / "broken", "echo the disk is full >&2; exit 3")
    with pytest.raises(MiniStackFailed, match="the disk is full"):
        MiniStack(folder, command=command).start()


def test_after_a_failed_start_the_folder_is_free_again(folder, tmp_path):
    with pytest.raises(MiniStackFailed, match="ended at once"):
        MiniStack(folder, command=program(tmp_path / "broken", "exit 3")).start()
    with MiniStack(folder, persist=False) as stack:
        assert stack.pid is not None


def test_before_it_is_started_it_has_no_address(folder):
    with pytest.raises(MiniStackFailed, match="not been started"):
        _ = MiniStack(folder).endpoint


def test_a_start_does_not_wait_until_what_the_last_one_unpacked_is_deleted(tmp_path, monkeypatch):
    deleting, may_end = threading.Event(), threading.Event()

    def slowly(folder, ignore_errors):
        assert (folder / "unpacked").exists()
        deleting.set()
        may_end.wait(600)

    monkeypatch.setattr(shutil, "rmtree", slowly)
    (tmp_path / "tmp").mkdir()
    (tmp_path / "tmp" / "unpacked").write_text("a Lambda")
    assert list(StateFolder(tmp_path).empty_temporary().iterdir()) == []
    assert deleting.wait(600)
    may_end.set()
