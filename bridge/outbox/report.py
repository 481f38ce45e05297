"""A log line and a count for every attempt. Ids only: neither text nor tokens."""

from collections.abc import Callable

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from bridge.outbox.outcome import Outcome, Result
from postbox.outbox.action import OutboundAction
from postbox.outbox.queue import Outgoing

METRICS = {
    Result.POSTED: "PostSucceeded",
    Result.FAILED: "PostFailed",
    Result.DOUBTFUL: "PostDoubtful",
    Result.HELD: "PostHeld",
    Result.AGAIN: "PostRetried",
    Result.ALREADY: "PostRepeated",
}
ACTION_METRICS = {
    Result.DONE: "ActionDone",
    Result.FAILED: "ActionFailed",
    Result.DOUBTFUL: "ActionDoubtful",
    Result.DROPPED: "ActionDropped",
    Result.AGAIN: "ActionRetried",
    Result.ALREADY: "ActionRepeated",
}


class PostReport:
    """Tells the person who runs Earshot what became of messages and actions."""

    def __init__(self, logger: Logger, metrics: Metrics, clock: Callable[[], float]) -> None:
        """Write to this log and these metrics; the clock gives epoch seconds."""
        self._logger = logger
        self._metrics = metrics
        self._clock = clock

    def attempt(self, record_id: str, content: Outgoing | None, outcome: Outcome) -> None:
        """Report one attempt at one record."""
        facts = {
            "record_id": record_id,
            "result": outcome.result,
            "detail": outcome.detail,
            "attempts": outcome.attempts,
            "slack_calls": outcome.slack_calls,
            "ts": outcome.ts,
        }
        self._logger.info("attempt", extra=facts | self._about(content))
        metrics = ACTION_METRICS if isinstance(content, OutboundAction) else METRICS
        self._metrics.add_metric(metrics[outcome.result], MetricUnit.Count, 1)
        if content is not None and outcome.result is Result.POSTED:
            seconds = self._clock() - content.spoken_at
            self._metrics.add_metric("SecondsUntilPosted", MetricUnit.Seconds, seconds)

    def _about(self, content: Outgoing | None) -> dict[str, object]:
        if content is None:
            return {}
        kind = {"kind": content.kind} if isinstance(content, OutboundAction) else {}
        return kind | {
            "message_id": content.id,
            "team_id": content.team_id,
            "conversation_id": content.conversation_id,
            "seconds_since_spoken": round(self._clock() - content.spoken_at, 3),
        }

    def flush(self) -> None:
        """Write the counts of one invocation."""
        if self._metrics.metric_set:
            self._metrics.flush_metrics()
            # Where metrics are turned off, flushing keeps them.
            self._metrics.clear_metrics()
