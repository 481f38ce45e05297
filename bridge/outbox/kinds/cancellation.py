"""Taking back a message that is to be posted later."""

from collections.abc import Sequence

from bridge.outbox.calls import Calls
from bridge.outbox.delays import whole
from bridge.outbox.kinds.handler import Again, Confirmed, End, Failed, Handler
from bridge.outbox.kinds.scheduled_lookup import ScheduledLookup
from bridge.outbox.services import OutboxServices
from bridge.slack.errors import SlackRefused
from bridge.slack.verdicts import NOT_SCHEDULED
from postbox.links.link import Link
from postbox.outbox import receipt_life
from postbox.outbox.commands import CancelScheduled
from postbox.outbox.receipt import FailureReason, Receipt
from postbox.outbox.receipts import receipt_write
from postbox.outbox.schedules import Scheduled, kept_write, scheduled_delete
from postbox.store.items import Write

AGAIN_SECONDS = 2


class CancellationHandler(Handler):
    """One attempt to take one scheduled message back."""

    def __init__(self, command: CancelScheduled, services: OutboxServices, calls: Calls) -> None:
        """Take back what this command names."""
        self._command = command
        self._services = services
        self._calls = calls
        self._lookup = ScheduledLookup(services, calls)

    def call(self, receipt: Receipt, link: Link) -> End:
        """Delete it in Slack, or stop it on its way there."""
        del receipt, link
        scheduled = self._services.schedules.meant_by(self._command)
        if scheduled is None and self._has_come:
            return Failed(FailureReason.TOO_LATE, "its time has come")
        if scheduled is None:
            return Confirmed("nothing is scheduled")
        if scheduled.scheduled_id is None:
            return self._stopped(scheduled)
        return self._deleted(scheduled, scheduled.scheduled_id)

    def traces_of_bad_end(self) -> Sequence[Write]:
        """What could not be taken back is to be posted still."""
        scheduled = self._services.schedules.meant_by(self._command)
        return [kept_write(scheduled)] if scheduled else []

    @property
    def _has_come(self) -> bool:
        return self._services.clock() >= self._command.post_at

    def _stopped(self, scheduled: Scheduled) -> End:
        """Slack has not got it yet, as far as is known: settle the scheduling itself."""
        now = self._services.clock()
        first = self._services.receipts.of_scheduled(scheduled)
        if first is None:
            return Confirmed("never asked for", together=[scheduled_delete(scheduled)])
        if first.is_final:
            # Its last word came after the schedule was read.
            return Again("just settled", 1)
        if busy := receipt_life.busy_until(first, now):
            return Again("being scheduled", whole(busy - now))
        if receipt_life.may_be_done(first):
            return Again("maybe scheduled", AGAIN_SECONDS)
        stopped = receipt_write(first, receipt_life.withdraw(first, now))
        return Confirmed("stopped", together=[stopped, scheduled_delete(scheduled)])

    def _deleted(self, scheduled: Scheduled, scheduled_id: str) -> End:
        slack, place = self._services.slack.actions, scheduled.conversation_id
        try:
            self._calls.make(lambda token: slack.unschedule(token, place, scheduled_id))
        except SlackRefused as refused:
            if refused.code != NOT_SCHEDULED or self._lookup.is_waiting(scheduled):
                raise
            if self._has_come:
                # It was posted, unless an earlier call did delete it.
                return Failed(FailureReason.TOO_LATE, refused.code)
            # It was deleted before: in Slack, or by a call that nobody heard of.
        return Confirmed(together=[scheduled_delete(scheduled)])
