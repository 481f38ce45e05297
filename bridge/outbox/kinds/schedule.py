"""Leaving a message with Slack to be posted later; once, whatever happens to the calls."""

from collections.abc import Sequence

from bridge.outbox.calls import Calls
from bridge.outbox.kinds.handler import Confirmed, End, Handler, Withdrawn
from bridge.outbox.kinds.scheduled_lookup import ScheduledLookup
from bridge.outbox.services import OutboxServices
from bridge.slack.errors import SlackRefused
from bridge.slack.payloads.mentions import with_mentions
from bridge.slack.verdicts import SCHEDULED_IN_PAST
from postbox.links.link import Link
from postbox.outbox.commands import Mention, ScheduleMessage, SendMessage
from postbox.outbox.receipt import FailureReason, Receipt
from postbox.outbox.schedules import Scheduled, accepted_write, scheduled_delete
from postbox.store.items import Write


class ScheduleHandler(Handler):
    """One attempt to schedule one message."""

    can_look = True

    def __init__(self, command: ScheduleMessage, services: OutboxServices, calls: Calls) -> None:
        """Schedule what this command says."""
        self._command = command
        self._services = services
        self._calls = calls
        self._lookup = ScheduledLookup(services, calls)

    def call(self, receipt: Receipt, link: Link) -> End:
        """Ask Slack for it; where its time has come, it goes on as any other message."""
        del link
        scheduled, place = self._scheduled(), receipt.conversation_id
        if scheduled.cancelled_by:
            return Withdrawn("taken back", [scheduled_delete(scheduled)])
        if self._services.clock() >= scheduled.post_at:
            return self._posted_now(scheduled, place)
        try:
            return self._asked(scheduled, place)
        except SlackRefused as refused:
            if refused.code != SCHEDULED_IN_PAST:
                raise
            return self._posted_now(scheduled, place)

    def look(self, receipt: Receipt, link: Link) -> Confirmed | None:
        """Look for it among what waits in Slack, and after its time in the conversation."""
        found = self._lookup.find(self._command, receipt.conversation_id, link)
        if found is None:
            return None
        scheduled = self._scheduled()
        if found.scheduled_id is None:
            return Confirmed("posted already", together=[scheduled_delete(scheduled)])
        accepted = accepted_write(scheduled, found.scheduled_id, receipt.conversation_id)
        return Confirmed("looked up", together=[accepted])

    def worth_repeating(self, reason: FailureReason | None) -> tuple[str, tuple[Mention, ...]]:
        """Return the message where its time passed without it."""
        if reason is FailureReason.TIME_PASSED:
            return self._command.text, self._command.mentions
        return super().worth_repeating(reason)

    def traces_of_bad_end(self) -> Sequence[Write]:
        """What was not scheduled is not listed."""
        return [scheduled_delete(Scheduled.of(self._command))]

    def _asked(self, scheduled: Scheduled, place: str) -> Confirmed:
        command, slack = self._command, self._services.slack.actions
        text, post_at = with_mentions(command.text, command.mentions), int(command.post_at)
        scheduled_id = self._calls.make(
            lambda token: slack.schedule(token, place, text, post_at, command.thread_ts)
        )
        return Confirmed(together=[accepted_write(scheduled, scheduled_id, place)])

    def _posted_now(self, scheduled: Scheduled, place: str) -> Confirmed:
        command = self._command
        message = SendMessage(
            id=command.id,
            link_id=command.link_id,
            team_id=command.team_id,
            conversation_id=place,
            conversation_name=command.conversation_name,
            text=command.text,
            spoken_at=command.post_at,
            locale=command.locale,
            thread_ts=command.thread_ts,
            mentions=command.mentions,
        )
        self._services.receipts.open(message)
        self._services.outbox.send(message, ".now")
        return Confirmed("posted instead", together=[scheduled_delete(scheduled)])

    def _scheduled(self) -> Scheduled:
        """Return what is kept of it, kept now where it was not."""
        found = self._services.schedules.by(self._command)
        if found is None:
            found = Scheduled.of(self._command)
            self._services.schedules.save(found)
        return found
