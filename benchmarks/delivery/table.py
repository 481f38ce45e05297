"""A DynamoDB table on MiniStack, whose calls take simulated time and are counted."""

import time
from collections.abc import Callable
from typing import Any

from benchmarks.delivery.simulation import Simulation
from local.cloud.ministack import MiniStack

AWS_SECONDS = 0.005
"""Simulated seconds of a call to DynamoDB or SQS; an assumption."""


def make_table(stack: MiniStack, name: str) -> None:
    """Make an empty table as the mailbox wants it."""
    stack.client("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
    )


class TimedClient:
    """An AWS client whose every call is counted and takes AWS_SECONDS."""

    def __init__(self, real: Any, simulation: Simulation) -> None:
        """Stand before this client."""
        self._real = real
        self._simulation = simulation
        self.calls = 0
        self.real_seconds = 0.0

    def __getattr__(self, operation: str) -> Callable[..., Any]:
        """Return the operation."""
        real = getattr(self._real, operation)

        def call(**arguments: Any) -> Any:
            self.calls += 1
            self._simulation.spend(AWS_SECONDS)
            began = time.perf_counter()
            try:
                return real(**arguments)
            finally:
                self.real_seconds += time.perf_counter() - began

        return call
