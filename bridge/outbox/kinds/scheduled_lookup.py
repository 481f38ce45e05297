"""What came of a call that was to schedule a message, and of which nobody heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from bridge.outbox.calls import Calls
from bridge.outbox.services import OutboxServices
from bridge.slack.actions import PostedText
from bridge.slack.payloads.mentions import is_same, with_mentions
from postbox.links.link import Link
from postbox.outbox.commands import ScheduleMessage
from postbox.outbox.schedules import Scheduled

MARGIN_SECONDS = 5
"""How far before its time to look, for clocks that differ."""


@dataclass(frozen=True)
class Whereabouts:
    """A message that Slack has."""

    scheduled_id: str | None
    """By which it waits to be posted; None once it is posted."""


class ScheduledLookup:
    """Looks for scheduled messages in Slack."""

    def __init__(self, services: OutboxServices, calls: Calls) -> None:
        """Look with these calls."""
        self._services = services
        self._calls = calls
        self._slack = services.slack.actions

    def find(self, command: ScheduleMessage, place: str, link: Link) -> Whereabouts | None:
        """Return where the message of this command is, None where Slack has not got it."""
        text, post_at = with_mentions(command.text, command.mentions), int(command.post_at)
        waiting = self._waiting(place, post_at)
        others = self._others(command)
        for found in waiting:
            # What another command scheduled is another message, even with the same text.
            if is_same(text, found.text) and found.id not in others:
                return Whereabouts(found.id)
        if self._services.clock() < post_at:
            return None
        written = self._calls.make(
            lambda token: self._slack.posted(
                token, place, link.user_id, command.thread_ts, post_at - MARGIN_SECONDS
            )
        )
        is_posted = any(is_same(text, found.text) for found in written)
        return Whereabouts(None) if is_posted else None

    def is_waiting(self, scheduled: Scheduled) -> bool:
        """Whether Slack still has a message to be posted under its id."""
        waiting = self._waiting(scheduled.conversation_id, int(scheduled.post_at))
        return any(found.id == scheduled.scheduled_id for found in waiting)

    def _waiting(self, place: str, post_at: int) -> Sequence[PostedText]:
        return self._calls.make(lambda token: self._slack.scheduled(token, place, post_at))

    def _others(self, command: ScheduleMessage) -> set[str | None]:
        of_link = self._services.schedules.of(command.link_id, 0.0)
        return {other.scheduled_id for other in of_link if other.command_id != command.id}
