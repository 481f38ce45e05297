"""What came of a call that was to schedule a message, and of which nobody heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from bridge.outbox.actions.calls import ActionCalls
from bridge.outbox.actions.services import ActionServices
from bridge.slack.actions import PostedText
from bridge.slack.payloads.mentions import with_mentions
from bridge.slack.payloads.same_text import is_same
from postbox.links.link import Link
from postbox.outbox.action import OutboundAction, Scheduled

MARGIN_SECONDS = 5
"""How far before its time to look, for clocks that differ."""


@dataclass(frozen=True)
class Whereabouts:
    """A message that Slack has."""

    scheduled_id: str | None
    """By which it waits to be posted; None once it is posted."""


class ScheduledLookup:
    """Looks for scheduled messages in Slack."""

    def __init__(self, services: ActionServices, calls: ActionCalls) -> None:
        """Look with these calls."""
        self._services = services
        self._calls = calls
        self._slack = services.slack.actions

    def find(self, action: OutboundAction, place: str, link: Link) -> Whereabouts | None:
        """Return where the message of this action is, None where Slack has not got it."""
        text, post_at = with_mentions(action.text, action.mentions), int(action.post_at or 0)
        waiting = self._waiting(place, post_at)
        others = self._others(action)
        for each in waiting:
            # What another action scheduled is another message, even with the same text.
            if is_same(text, each.text) and each.id not in others:
                return Whereabouts(each.id)
        if self._services.clock() < post_at:
            return None
        written = self._calls.call(
            lambda token: self._slack.posted(
                token, place, link.user_id, action.thread_ts, post_at - MARGIN_SECONDS
            )
        )
        return Whereabouts(None) if any(is_same(text, each.text) for each in written) else None

    def is_waiting(self, scheduled: Scheduled) -> bool:
        """Whether Slack still has a message to be posted under its id."""
        waiting = self._waiting(scheduled.conversation_id, int(scheduled.post_at))
        return any(each.id == scheduled.scheduled_id for each in waiting)

    def _waiting(self, place: str, post_at: int) -> Sequence[PostedText]:
        return self._calls.call(lambda token: self._slack.scheduled(token, place, post_at))

    def _others(self, action: OutboundAction) -> set[str | None]:
        of_link = self._services.schedules.of(action.link_id, 0.0)
        return {each.scheduled_id for each in of_link if each.action_id != action.id}
