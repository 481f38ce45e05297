"""Lambda's part: one invocation at a time per conversation, each with a batch of its messages."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.delivery.queue import FifoQueue
from benchmarks.delivery.simulation import Simulation
from local.world.aws.lambda_context import LambdaContext

LAMBDA_SECONDS = 10
"""The post function's time-out, as in serverless.yml."""
Handler = Callable[[Mapping[str, Any], Any], Mapping[str, Any]]


@dataclass
class Spent:
    """What the workers took together."""

    invocations: int = 0
    seconds: float = 0.0
    """Simulated seconds of Lambda."""
    real_seconds: float = 0.0
    ended_at: float = 0.0
    """When the last invocation ended, in simulated epoch seconds."""


class Worker:
    """Empties one conversation's part of the queue through the post handler."""

    def __init__(
        self, handler: Handler, queue: FifoQueue, simulation: Simulation, spent: Spent
    ) -> None:
        """Invoke this handler; `spent` is shared by all workers."""
        self._handler = handler
        self._queue = queue
        self._simulation = simulation
        self._spent = spent

    def empty(self, group: str) -> None:
        """Hand over batches whenever there are some, until none is left."""
        while (due := self._queue.due(group)) is not None:
            self._simulation.sleep(max(0.0, due - self._simulation()))
            if records := self._queue.take(group):
                self._invoke(group, records)

    def _invoke(self, group: str, records: list[dict[str, Any]]) -> None:
        simulation, spent = self._simulation, self._spent
        began, really, waited = simulation(), time.perf_counter(), simulation.suspended
        context = LambdaContext("post", f"{group}/{began}", began + LAMBDA_SECONDS, simulation)
        answer = self._handler({"Records": records}, context)
        failed = {failure["itemIdentifier"] for failure in answer["batchItemFailures"]}
        for record in records:
            if record["messageId"] not in failed:
                self._queue.forget(record)
        spent.invocations += 1
        spent.real_seconds += time.perf_counter() - really - (simulation.suspended - waited)
        spent.seconds += simulation() - began
        spent.ended_at = max(spent.ended_at, simulation())
