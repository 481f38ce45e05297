"""Taking back a message that is to be posted later."""

from bridge.action_calls import ActionCalls
from bridge.action_ending import ActionEnding
from bridge.action_errors import NOT_SCHEDULED
from bridge.action_services import ActionServices
from bridge.delays import whole
from bridge.outcome import Outcome
from bridge.scheduled_lookup import ScheduledLookup
from bridge.slack_trouble import SlackRefused
from mailbox import deed_life
from mailbox.action import Deed, OutboundAction, Scheduled
from mailbox.deeds import deed_write
from mailbox.receipt import FailureReason
from mailbox.schedules import scheduled_delete

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

    def unschedule(self, deed: Deed) -> Outcome:
        """Return how it ended; raises as bridge.slack_trouble has it."""
        action = self._action
        post_at = action.post_at or 0.0
        scheduled = self._services.schedules.get(action.link_id, post_at, action.scheduled_by or "")
        if scheduled is None and self._services.clock() >= post_at:
            return self._end.fail(deed, FailureReason.TOO_LATE, "its time has come")
        if scheduled is None:
            return self._end.done(deed, "nothing is scheduled")
        if scheduled.scheduled_id is None:
            return self._stop(deed, scheduled)
        return self._delete(deed, scheduled, scheduled.scheduled_id)

    def _stop(self, deed: Deed, scheduled: Scheduled) -> Outcome:
        """Slack has not got it yet, as far as is known: settle the scheduling itself."""
        now = self._services.clock()
        first = self._services.deeds.find(scheduled.link_id, scheduled.action_id)
        if first is None or first.state.is_final:
            # Its last word came after the schedule was read, or it never was on its way.
            if first is None:
                return self._end.done(deed, "never asked for", scheduled_delete(scheduled))
            return self._end.again(deed, "just settled", 1)
        if busy := deed_life.busy_until(first, now):
            return self._end.again(deed, "being scheduled", whole(busy - now))
        if first.claimed_until is not None or first.maybe_done_since is not None:
            return self._end.again(deed, "maybe scheduled", AGAIN_SECONDS)
        stopped = deed_write(first, deed_life.withdraw(first, now))
        return self._end.done(deed, "stopped", stopped, scheduled_delete(scheduled))

    def _delete(self, deed: Deed, scheduled: Scheduled, scheduled_id: str) -> Outcome:
        slack, place = self._services.slack.actions, scheduled.conversation_id
        try:
            self._calls.call(lambda token: slack.unschedule(token, place, scheduled_id))
        except SlackRefused as refused:
            if refused.code != NOT_SCHEDULED or self._lookup.is_waiting(scheduled):
                raise
            if self._services.clock() >= scheduled.post_at:
                return self._over(deed, refused.code)
            # It was deleted before: in Slack, or by a call that nobody heard of.
        return self._end.done(deed, "", scheduled_delete(scheduled))

    def _over(self, deed: Deed, code: str) -> Outcome:
        """Its time has come: it was posted, unless an earlier call did delete it."""
        if deed.maybe_done_since is not None:
            return self._end.doubt(deed, code)
        return self._end.fail(deed, FailureReason.TOO_LATE, code)
