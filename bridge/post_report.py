"""A log line and a count for every attempt. Ids only: neither text nor tokens."""

from collections.abc import Callable

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from bridge.outcome import Outcome, Result
from mailbox.outbound import OutboundMessage

METRICS = {
    Result.POSTED: "PostSucceeded",
    Result.FAILED: "PostFailed",
    Result.DOUBTFUL: "PostDoubtful",
    Result.HELD: "PostHeld",
    Result.AGAIN: "PostRetried",
    Result.ALREADY: "PostRepeated",
}


class PostReport:
    """Tells the person who runs Earshot what became of messages."""

    def __init__(self, logger: Logger, metrics: Metrics, clock: Callable[[], float]) -> None:
        """Write to this log and these metrics; the clock gives epoch seconds."""
        self._logger = logger
        self._metrics = metrics
        self._clock = clock

    def attempt(self, record_id: str, message: OutboundMessage | None, outcome: Outcome) -> None:
        """Report one attempt at one record."""
        facts = {
            "record_id": record_id,
            "result": outcome.result,
            "detail": outcome.detail,
            "attempts": outcome.attempts,
            "slack_calls": outcome.slack_calls,
            "ts": outcome.ts,
        }
        if message is not None:
            facts |= {
                "message_id": message.id,
                "team_id": message.team_id,
                "conversation_id": message.conversation_id,
                "seconds_since_spoken": round(self._clock() - message.spoken_at, 3),
            }
        self._logger.info("attempt", extra=facts)
        self._metrics.add_metric(METRICS[outcome.result], MetricUnit.Count, 1)
        if message is not None and outcome.result is Result.POSTED:
            seconds = self._clock() - message.spoken_at
            self._metrics.add_metric("SecondsUntilPosted", MetricUnit.Seconds, seconds)

    def flush(self) -> None:
        """Write the counts of one invocation."""
        if self._metrics.metric_set:
            self._metrics.flush_metrics()
            # Where metrics are turned off, flushing keeps them.
            self._metrics.clear_metrics()
