"""AWS that takes a connection and never answers: real sockets, on the time of a test's clock."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import REGION, MotoCloud
from local.world.clock import SteppedClock
from local.world.played import PlayedInProcess, world_for
from postbox.store.aws import timely
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
        return client

    def _waits(self, request: Any, **_event: Any) -> None:
        self.left.append(seconds_left())
        context = request.context
        self.clock.step(context.get("read_timeout", context["client_config"].read_timeout))
        context["read_timeout"] = REAL_SECONDS


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
        with world_for(made, clients=hanging.clients, **options) as world:
            hanging.clock = world.parts.clock
            yield world, hanging
