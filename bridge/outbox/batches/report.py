"""A log line and a count for every attempt. Ids only: neither text nor tokens."""

from collections.abc import Callable

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from bridge.outbox.batches.bundles import QueuedCommand
from bridge.outbox.engine.outcome import AttemptOutcome, Result
from postbox.outbox.commands import CommandKind

METRICS = {
    Result.CONFIRMED: "PostSucceeded",
    Result.FAILED: "PostFailed",
    Result.DOUBTFUL: "PostDoubtful",
    Result.HELD: "PostHeld",
    Result.AGAIN: "PostRetried",
    Result.ALREADY: "PostRepeated",
}
ACTION_METRICS = {
    Result.CONFIRMED: "ActionDone",
    Result.FAILED: "ActionFailed",
    Result.DOUBTFUL: "ActionDoubtful",
    Result.WITHDRAWN: "ActionDropped",
    Result.DROPPED: "ActionDropped",
    Result.AGAIN: "ActionRetried",
    Result.ALREADY: "ActionRepeated",
}


class PostReport:
    """Tells the person who runs Earshot what became of commands."""

    def __init__(
        self,
        logger: Logger,
        metrics: Metrics,
        clock: Callable[[], float],
        set_aside: Callable[[str, str], None],
    ) -> None:
        """Write to this log and these metrics; the clock gives epoch seconds.

        `set_aside` is told of what cannot be dealt with: its kind and what is wrong.
        """
        self._logger = logger
        self._metrics = metrics
        self._clock = clock
        self.set_aside = set_aside

    def attempt(self, queued: QueuedCommand, outcome: AttemptOutcome) -> None:
        """Report one attempt at one record."""
        facts = {
            "record_id": queued.record["messageId"],
            "result": outcome.result,
            "detail": outcome.detail,
            "attempts": outcome.attempts,
            "slack_calls": outcome.slack_calls,
            "ts": outcome.ts,
        }
        self._logger.info("attempt", extra=facts | self._about(queued))
        command = queued.command
        is_message = command is None or command.kind == CommandKind.SEND_MESSAGE
        metrics = METRICS if is_message else ACTION_METRICS
        self._metrics.add_metric(metrics[outcome.result], MetricUnit.Count, 1)
        if command is not None and is_message and outcome.result is Result.CONFIRMED:
            seconds = self._clock() - command.spoken_at
            self._metrics.add_metric("SecondsUntilPosted", MetricUnit.Seconds, seconds)

    def _about(self, queued: QueuedCommand) -> dict[str, object]:
        command = queued.command
        if command is None:
            return {}
        return {
            "kind": command.kind,
            "message_id": command.id,
            "team_id": command.team_id,
            "conversation_id": command.conversation_id,
            "seconds_since_spoken": round(self._clock() - command.spoken_at, 3),
        }

    def flush(self) -> None:
        """Write the counts of one invocation."""
        if self._metrics.metric_set:
            self._metrics.flush_metrics()
            # Where metrics are turned off, flushing keeps them.
            self._metrics.clear_metrics()
