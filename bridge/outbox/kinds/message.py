"""Posting a message: looked for in its conversation where an earlier call was unclear."""

from collections.abc import Sequence
from dataclasses import replace

from bridge.outbox.calls import Calls
from bridge.outbox.kinds.handler import Confirmed, Handler
from bridge.outbox.services import OutboxServices
from bridge.outbox.siblings import Siblings
from postbox.inbox.stores.watches import watch_write
from postbox.links.link import Link
from postbox.outbox.commands import Mention, SendMessage
from postbox.outbox.held import held_delete
from postbox.outbox.receipt import FailureReason, Receipt
from postbox.store.items import Write


class MessageHandler(Handler):
    """One attempt to post one message."""

    can_wait = True
    can_look = True

    def __init__(self, message: SendMessage, services: OutboxServices, calls: Calls) -> None:
        """Post this message."""
        self._message = message
        self._services = services
        self._calls = calls
        self._siblings = Siblings(message, services)
        self._was_held = False

    def call(self, receipt: Receipt, link: Link) -> Confirmed:
        """Post it, watched: from now on what others say there are replies."""
        del link
        message, services = self._in_place(receipt), self._services
        services.watches.start(message, services.clock())
        ts = self._calls.make(lambda token: services.slack.post(token, message))
        return self._confirmed(message, ts, "")

    def look(self, receipt: Receipt, link: Link) -> Confirmed | None:
        """Read the conversation back, from a little before the first unclear call."""
        del link
        message, slack = self._in_place(receipt), self._services.slack
        since = receipt.maybe_done_since or self._message.spoken_at
        ts = self._calls.make(lambda token: slack.find(token, message, since))
        return self._confirmed(message, ts, "read back") if ts else None

    def not_before(self) -> float:
        """Return the end of a pause that Slack asked the whole workspace for."""
        return self._services.pauses.until(self._message.team_id)

    def is_behind(self) -> bool:
        """Whether an earlier message waits for the link, or is about to come back from waiting."""
        held = self._siblings.held()
        self._was_held = held.own
        return held.earlier

    def worth_repeating(self, reason: FailureReason | None) -> tuple[str, tuple[Mention, ...]]:
        """Return the message."""
        del reason
        return self._message.text, self._message.mentions

    def traces_of_end(self) -> Sequence[Write]:
        """Take it out of what came back from waiting."""
        return [held_delete(self._message)] if self._was_held else []

    def limited(self, receipt: Receipt, seconds: int) -> None:
        """Hold the workspace's messages back, where the limit cannot be the conversation's own."""
        now = self._services.clock()
        if self._siblings.have_rested(receipt.conversation_id, now):
            self._services.pauses.set(self._message.team_id, now + seconds)

    def failed(self, receipt: Receipt) -> None:
        """Watch no more for answers to what was never said."""
        self._services.watches.cancel(self._in_place(receipt))

    def _confirmed(self, message: SendMessage, ts: str, detail: str) -> Confirmed:
        watch = watch_write(message, ts, self._services.clock())
        return Confirmed(detail, ts, [watch])

    def _in_place(self, receipt: Receipt) -> SendMessage:
        return replace(self._message, conversation_id=receipt.conversation_id)
