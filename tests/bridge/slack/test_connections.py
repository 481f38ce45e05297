"""A call to Slack ends in its time, whatever in it hangs: on a clock that each look moves on."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import Thread
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from bridge.slack import connections
from bridge.slack.connections import opener
from bridge.slack.gateway import SlackGateway
from tests.entry.faults.hanging import silence

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"


class Looks:
    """A clock that each look moves on by a second."""

    def __init__(self) -> None:
        self.seconds = count()

    def __call__(self) -> float:
        return float(next(self.seconds))


@contextmanager
def dripping(first: bytes) -> Iterator[str]:
    """Yield the address of a server that answers in drops, until nobody listens."""

    def serve(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(first)
            try:
                while True:
                    connection.sendall(b" ")
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=serve, args=(server,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        thread.join()


@pytest.mark.parametrize("seconds", [4, 9])
def test_only_so_many_addresses_are_tried_as_there_is_time_for(monkeypatch, seconds):
    tried = []

    class Refused(connections._Ending):
        def connect(self, address):
            tried.append(address)
            raise TimeoutError

    there = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (f"192.0.2.{n}", 443)) for n in range(40)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_name, **_kind: there)
    monkeypatch.setattr(connections, "_Ending", Refused)
    with pytest.raises(URLError):
        opener(Looks()).open("http://slack.invalid/api/", timeout=seconds)
    assert len(tried) == seconds - 1


@pytest.mark.parametrize("first", [b"", HEAD], ids=["no head", "no end"])
def test_an_answer_in_drops_is_not_listened_to_for_ever(first):
    with dripping(first) as address, pytest.raises((TimeoutError, URLError)):
        opener(Looks()).open(address, timeout=5).read()


def test_the_socket_itself_waits_no_longer_than_what_is_left(monkeypatch):
    waits = []
    settimeout = connections._Ending.settimeout

    def noted(self, seconds):
        waits.append(seconds)
        settimeout(self, seconds)

    monkeypatch.setattr(connections._Ending, "settimeout", noted)
    with dripping(HEAD) as address, pytest.raises(TimeoutError):
        opener(Looks()).open(address, timeout=8).read()
    assert waits == sorted(waits, reverse=True)
    assert waits[:2] == [7.0, 6.0]
    assert connections._EndingEncrypted.recv_into is connections._Ending.recv_into


def test_what_is_encrypted_ends_as_well():
    assert connections._context().sslsocket_class is connections._EndingEncrypted


def test_the_gateways_calls_are_opened_so(monkeypatch):
    SlackGateway("http://127.0.0.1:9/api/")
    ends = []
    monkeypatch.setattr(connections._Until, "left", lambda _until: ends.append(1) or 0.01)
    with silence() as address, pytest.raises((TimeoutError, URLError)):
        urlopen(address, timeout=600).read()
    assert ends
