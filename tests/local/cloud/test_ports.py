"""Ports stay the same, or say why not."""

import socket
from collections.abc import Iterator

import pytest

from local.cloud.ports import PortInUse, is_free, steady_port


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_free_port_is_taken_and_remembered(tmp_path):
    port = steady_port(tmp_path / "new" / "port")
    assert is_free(port)
    assert steady_port(tmp_path / "new" / "port") == port


def test_a_remembered_port_that_is_taken_is_replaced_and_that_is_said(tmp_path, taken):
    (tmp_path / "port").write_text(f"{taken}\n")
    told: list[str] = []
    other = steady_port(tmp_path / "port", tell=told.append)
    assert other != taken
    assert told == [f"Port {taken}, which it had last, is taken by another program: now {other}"]
    assert steady_port(tmp_path / "port") == other


@pytest.mark.parametrize("damaged", ["", "eighty", "-5", "99999999"])
def test_a_damaged_memory_is_no_obstacle(tmp_path, damaged):
    (tmp_path / "port").write_text(damaged)
    assert is_free(steady_port(tmp_path / "port"))


def test_a_wanted_port_that_is_taken_is_named(tmp_path, taken):
    with pytest.raises(PortInUse, match=str(taken)):
        steady_port(tmp_path / "port", taken)


def test_a_wanted_port_is_used_when_it_is_free(tmp_path):
    wanted = steady_port(tmp_path / "some")
    assert steady_port(tmp_path / "port", wanted) == wanted
