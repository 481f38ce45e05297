"""What the functions count for the person who runs Earshot, and what they set aside.

deploy/resources/alarms.yml listens.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

NAMESPACE = "Earshot"
_ASIDE, _ASIDE_COUNT = "set aside", "SetAside"
"""The log's line, and the count, of what could not be dealt with."""


class Counter:
    """Counts for one function, each at once as a line of CloudWatch's embedded metric format."""

    def __init__(self, service: str) -> None:
        """Count for this function: skill, post, receive, refresh or authorize."""
        self._metrics = EphemeralMetrics(namespace=NAMESPACE, service=service)

    def count(self, name: str) -> None:
        """Count one."""
        self._metrics.add_metric(name, MetricUnit.Count, 1)
        self._metrics.flush_metrics()
        # Where metrics are turned off, flushing keeps them.
        self._metrics.clear_metrics()


class Log(Protocol):
    """A logger that takes facts beside a line, as aws_lambda_powertools' does."""

    def warning(self, msg: object, /, *, extra: Mapping[str, object]) -> None:
        """Write a line."""


def reported(log: Log, counter: Counter) -> Callable[[str, str], None]:
    """Return what reports the kind of a thing and why it was set aside; never what it says."""

    def aside(kind: str, why: str) -> None:
        log.warning(_ASIDE, extra={"kind": kind, "why": why})
        counter.count(_ASIDE_COUNT)

    return aside
