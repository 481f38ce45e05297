"""Taking back a message that is to be posted later."""

from bridge.outbox.actions.calls import ActionCalls
from bridge.outbox.actions.ending import ActionEnding
from bridge.outbox.actions.errors import NOT_SCHEDULED
from bridge.outbox.actions.scheduled_lookup import ScheduledLookup
from bridge.outbox.actions.services import ActionServices
from bridge.outbox.delays import whole
from bridge.outbox.outcome import Outcome
from bridge.slack.errors import SlackRefused
from postbox.outbox import action_receipt_life
from postbox.outbox.action import ActionReceipt, OutboundAction, Scheduled
from postbox.outbox.action_receipts import action_receipt_write
from postbox.outbox.receipt import FailureReason
from postbox.outbox.schedules import scheduled_delete

AGAIN_SECONDS = 2


class Unscheduling:
    """One attempt to take one scheduled message back."""

    def __init__(
        self,
        action: OutboundAction,
        services: ActionServices,
        calls: ActionCalls,
        end: ActionEnding,
    ) -> None:
        """Take back what this action names."""
        self._action = action
        self._services = services
        self._calls = calls
        self._end = end
        self._lookup = ScheduledLookup(services, calls)

    def unschedule(self, action_receipt: ActionReceipt) -> Outcome:
        """Return how it ended; raises as bridge.slack.errors has it."""
        action = self._action
        post_at = action.post_at or 0.0
        scheduled = self._services.schedules.get(action.link_id, post_at, action.scheduled_by or "")
        if scheduled is None and self._services.clock() >= post_at:
            return self._end.fail(action_receipt, FailureReason.TOO_LATE, "its time has come")
        if scheduled is None:
            return self._end.done(action_receipt, "nothing is scheduled")
        if scheduled.scheduled_id is None:
            return self._stop(action_receipt, scheduled)
        return self._delete(action_receipt, scheduled, scheduled.scheduled_id)

    def _stop(self, action_receipt: ActionReceipt, scheduled: Scheduled) -> Outcome:
        """Slack has not got it yet, as far as is known: settle the scheduling itself."""
        now = self._services.clock()
        first = self._services.action_receipts.find(scheduled.link_id, scheduled.action_id)
        if first is None or first.state.is_final:
            # Its last word came after the schedule was read, or it never was on its way.
            if first is None:
                return self._end.done(
                    action_receipt, "never asked for", scheduled_delete(scheduled)
                )
            return self._end.again(action_receipt, "just settled", 1)
        if busy := action_receipt_life.busy_until(first, now):
            return self._end.again(action_receipt, "being scheduled", whole(busy - now))
        if first.claimed_until is not None or first.maybe_done_since is not None:
            return self._end.again(action_receipt, "maybe scheduled", AGAIN_SECONDS)
        stopped = action_receipt_write(first, action_receipt_life.withdraw(first, now))
        return self._end.done(action_receipt, "stopped", stopped, scheduled_delete(scheduled))

    def _delete(
        self, action_receipt: ActionReceipt, scheduled: Scheduled, scheduled_id: str
    ) -> Outcome:
        slack, place = self._services.slack.actions, scheduled.conversation_id
        try:
            self._calls.call(lambda token: slack.unschedule(token, place, scheduled_id))
        except SlackRefused as refused:
            if refused.code != NOT_SCHEDULED or self._lookup.is_waiting(scheduled):
                raise
            if self._services.clock() >= scheduled.post_at:
                return self._over(action_receipt, refused.code)
            # It was deleted before: in Slack, or by a call that nobody heard of.
        return self._end.done(action_receipt, "", scheduled_delete(scheduled))

    def _over(self, action_receipt: ActionReceipt, code: str) -> Outcome:
        """Its time has come: it was posted, unless an earlier call did delete it."""
        if action_receipt.maybe_done_since is not None:
            return self._end.doubt(action_receipt, code)
        return self._end.fail(action_receipt, FailureReason.TOO_LATE, code)
