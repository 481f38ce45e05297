"""A log line for every run of the refresh function, and counts of what failed."""

from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools import Logger

from postbox.metrics import Counter


class UpkeepReport:
    """Tells the person who runs Earshot how the upkeep goes. Ids, counts and words only."""

    def __init__(self, logger: Logger, counter: Counter) -> None:
        """Write to this log, and count there."""
        self._logger = logger
        self._counter = counter

    def done(self, report: Mapping[str, Any]) -> None:
        """Report one run."""
        self._logger.info("refreshed", extra=dict(report))
        if report["problem"]:
            self._counter.count("RefreshFailed")

    def failed(self, step: str, why: str) -> None:
        """Report a step that ended with an exception of this type."""
        self._logger.error("step failed", extra={"step": step, "why": why})
