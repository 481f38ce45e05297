"""Leaving a message with Slack to be posted later; once, whatever happens to the calls."""

from bridge.outbox.actions.calls import ActionCalls
from bridge.outbox.actions.ending import ActionEnding
from bridge.outbox.actions.errors import SCHEDULED_IN_PAST, judge_action
from bridge.outbox.actions.scheduled_lookup import ScheduledLookup, Whereabouts
from bridge.outbox.actions.services import ActionServices
from bridge.outbox.delays import backoff
from bridge.outbox.outcome import Outcome
from bridge.slack.errors import SlackRefused, SlackUnclear
from bridge.slack.payloads.mentions import with_mentions
from bridge.slack.verdicts import Act
from postbox.links.link import Link
from postbox.outbox.action import ActionReceipt, OutboundAction, Scheduled
from postbox.outbox.message import OutboundMessage
from postbox.outbox.schedules import accepted_write, scheduled_delete


class Scheduling:
    """One attempt to schedule one message."""

    def __init__(
        self,
        action: OutboundAction,
        services: ActionServices,
        calls: ActionCalls,
        end: ActionEnding,
    ) -> None:
        """Schedule what this action says."""
        self._action = action
        self._services = services
        self._calls = calls
        self._end = end
        self._lookup = ScheduledLookup(services, calls)

    def schedule(self, action_receipt: ActionReceipt, link: Link) -> Outcome:
        """Return how it ended; raises as bridge.slack.errors has it."""
        scheduled, is_doubtful = self._scheduled(), action_receipt.maybe_done_since is not None
        if scheduled.unscheduled_by and not is_doubtful:
            return self._end.withdraw(action_receipt, "taken back", scheduled_delete(scheduled))
        try:
            place = self._calls.opened(self._action.conversation_id)
            found = self._lookup.find(self._action, place, link) if is_doubtful else None
        except SlackUnclear as unclear:
            return self._end.again(
                action_receipt, f"before the call: {unclear}", backoff(action_receipt)
            )
        except SlackRefused as refused:
            if (
                not is_doubtful
                or judge_action(action_receipt.kind, refused.code).act is not Act.GIVE_UP
            ):
                raise
            return self._end.doubt(action_receipt, f"looking it up: {refused.code}")
        if found is not None:
            return self._found(action_receipt, scheduled, found, place)
        if scheduled.unscheduled_by:
            return self._end.withdraw(action_receipt, "taken back", scheduled_delete(scheduled))
        if self._services.clock() >= scheduled.post_at:
            return self._post_now(action_receipt, scheduled, place)
        return self._ask(action_receipt, scheduled, place)

    def _found(
        self, action_receipt: ActionReceipt, scheduled: Scheduled, found: Whereabouts, place: str
    ) -> Outcome:
        if found.scheduled_id is None:
            return self._end.done(action_receipt, "posted already", scheduled_delete(scheduled))
        accepted = accepted_write(scheduled, found.scheduled_id, place)
        return self._end.done(action_receipt, "looked up", accepted)

    def _ask(self, action_receipt: ActionReceipt, scheduled: Scheduled, place: str) -> Outcome:
        action, slack = self._action, self._services.slack.actions
        text, post_at = with_mentions(action.text, action.mentions), int(scheduled.post_at)
        try:
            scheduled_id = self._calls.call(
                lambda token: slack.schedule(token, place, text, post_at, action.thread_ts)
            )
        except SlackRefused as refused:
            if refused.code != SCHEDULED_IN_PAST:
                raise
            return self._post_now(action_receipt, scheduled, place)
        return self._end.done(action_receipt, "", accepted_write(scheduled, scheduled_id, place))

    def _post_now(self, action_receipt: ActionReceipt, scheduled: Scheduled, place: str) -> Outcome:
        """Its time has come while Slack could not be asked: it goes on as any other message."""
        action = self._action
        message = OutboundMessage(
            id=action.id,
            link_id=action.link_id,
            team_id=action.team_id,
            conversation_id=place,
            conversation_name=action.conversation_name,
            text=action.text,
            spoken_at=scheduled.post_at,
            locale=action.locale,
            thread_ts=action.thread_ts,
            mentions=action.mentions,
        )
        self._services.receipts.open(message)
        self._services.outbox.send(message, ".now")
        return self._end.done(action_receipt, "posted instead", scheduled_delete(scheduled))

    def _scheduled(self) -> Scheduled:
        """Return what is kept of it, kept now where it was not."""
        action, schedules = self._action, self._services.schedules
        post_at = action.post_at or 0.0
        found = schedules.get(action.link_id, post_at, action.id)
        if found is None:
            found = Scheduled(
                action_id=action.id,
                link_id=action.link_id,
                team_id=action.team_id,
                conversation_id=action.conversation_id,
                conversation_name=action.conversation_name,
                text=action.text,
                post_at=post_at,
            )
            schedules.save(found)
        return found
