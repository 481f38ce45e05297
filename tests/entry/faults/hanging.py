"""AWS that never answers, or has no room: real sockets, on the time of a test's clock.

Each try lasts as long as it may: until it is connected, encrypted, answered.
"""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from botocore.awsrequest import AWSResponse

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import REGION, MotoCloud
from local.world.clock import SteppedClock
from local.world.played import PlayedInProcess, world_for
from postbox.store.aws import longest_pause, timely
from postbox.time_left import seconds_left

REAL_SECONDS = 0.02
"""For so long a socket really waits; on the test's clock its whole time-out passes."""


@dataclass
class Hanging:
    """One function's AWS service, which answers until it is told to hang."""

    function: str
    service: str
    address: str
    clock: SteppedClock = field(default_factory=lambda: SteppedClock(0.0))
    hangs: bool = False
    left: list[float] = field(default_factory=list)
    """What the function had left when each of its tries was begun."""
    refusal: str = ""
    """The error that it answers with at once, instead of hanging."""
    headers: dict[str, str] = field(default_factory=dict)
    """What it answers beside that."""
    _pause: float = 0.0

    def clients(self, cloud: MotoCloud) -> Callable[..., Any]:
        def client(function: str, service: str, **options: Any) -> Any:
            real = cloud.client(service, **options)
            if (function, service) != (self.function, self.service):
                return real
            return _Either(self, real, self.hanging(**options))

        return client

    def hanging(self, **options: Any) -> Any:
        client = timely(self.service, endpoint_url=self.address, region_name=REGION, **options)
        client.meta.events.register_last("before-send", self._waits)
        client.meta.events.register("needs-retry", self._tried)
        return client

    def _waits(self, request: Any, **_event: Any) -> AWSResponse | None:
        self.left.append(seconds_left())
        if self.refusal:
            return AWSResponse(request.url, 500, self.headers, _Raw(self.refusal))
        context = request.context
        config = context["client_config"]
        self.clock.step(2 * config.connect_timeout)
        self.clock.step(context.get("read_timeout", config.read_timeout))
        context["read_timeout"] = REAL_SECONDS
        return None

    def _tried(self, attempts: int, **_event: Any) -> None:
        self._pause = longest_pause(attempts, is_asked_for=bool(self.headers))

    def pauses(self, _seconds: float) -> None:
        """Wait for as long as botocore may between two tries, on the test's clock."""
        self.clock.step(self._pause)

    @contextmanager
    def patient(self) -> Iterator[None]:
        """Let botocore's pauses be this clock's, each the longest that it may be."""
        with patch("botocore.endpoint.time", SimpleNamespace(sleep=self.pauses)):
            yield


class _Raw:
    def __init__(self, code: str) -> None:
        self._content = f'{{"__type": "{code}"}}'.encode()

    def stream(self, *_amount: Any, **_options: Any) -> Iterator[bytes]:
        yield self._content


class _Either:
    def __init__(self, state: Hanging, real: Any, hanging: Any) -> None:
        self._state = state
        self._clients = {False: real, True: hanging}

    def __getattr__(self, operation: str) -> Any:
        return getattr(self._clients[self._state.hangs], operation)


@contextmanager
def silence() -> Iterator[str]:
    """Yield the address of a server that accepts connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@contextmanager
def world_with_hanging(
    function: str, service: str, setting: Setting | None = None, **options: Any
) -> Iterator[tuple[PlayedInProcess, Hanging]]:
    """Yield a world, and the service of one of its functions, which is well until it `hangs`."""
    with silence() as address:
        hanging = Hanging(function, service, address)
        made = setting or Setting()
        with world_for(made, clients=hanging.clients, **options) as world, hanging.patient():
            hanging.clock = world.parts.clock
            yield world, hanging
