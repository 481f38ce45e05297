"""AWS clients that go wrong at a chosen call."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from botocore.exceptions import ClientError, ReadTimeoutError

from local.world.aws.moto_cloud import MotoCloud


class Trouble(Enum):
    """What happens to a call."""

    REFUSED = "refused"
    """Throttled: nothing was done."""
    ANSWER_LOST = "answer lost"
    """It was done, and nobody heard of it."""


@dataclass
class Flaky:
    """Breaks calls of one function to one service; counts them from when it was armed."""

    function: str
    service: str
    breaks: Callable[[int, str], Trouble | None] = lambda number, operation: None
    calls: int = 0
    broken: list[str] = field(default_factory=list)

    def arm(self, breaks: Callable[[int, str], Trouble | None]) -> None:
        """Count calls from 1 again and break those for which `breaks` names a trouble."""
        self.calls = 0
        self.breaks = breaks

    def disarm(self) -> None:
        """Let everything go well again."""
        self.breaks = lambda number, operation: None

    def clients(self, cloud: MotoCloud) -> Callable[..., Any]:
        """Return the clients of a world whose one function is troubled."""

        def client(function: str, service: str, **options: Any) -> Any:
            real = cloud.client(service, **options)
            if (function, service) != (self.function, self.service):
                return real
            return _FlakyClient(real, self)

        return client


class _FlakyClient:
    def __init__(self, real: Any, flaky: Flaky) -> None:
        self._real = real
        self._flaky = flaky

    def __getattr__(self, operation: str) -> Any:
        real = getattr(self._real, operation)

        def call(**arguments: Any) -> Any:
            self._flaky.calls += 1
            trouble = self._flaky.breaks(self._flaky.calls, operation)
            if trouble is None:
                return real(**arguments)
            self._flaky.broken.append(operation)
            if trouble is Trouble.REFUSED:
                code = {"Code": "ThrottlingException", "Message": "slow down"}
                raise ClientError({"Error": code}, operation)
            real(**arguments)
            raise ReadTimeoutError(endpoint_url="http://aws")

        return call
