"""What else was said in a message's conversation, as far as it bears on posting it now."""

from typing import NamedTuple

from bridge.outbox.services import OutboxServices
from postbox.outbox.commands import SendMessage
from postbox.store.errors import MalformedRecord

RESTING_SECONDS = 5
"""A conversation that was left alone so long cannot have used up its own one post a second."""


class Held(NamedTuple):
    """Which messages of one speaker and conversation are marked as coming back from a hold."""

    own: bool
    """The message itself is."""
    earlier: bool
    """An earlier one is, and is not settled yet."""


class Siblings:
    """The messages beside one message."""

    def __init__(self, message: SendMessage, services: OutboxServices) -> None:
        """Look at the conversation of this message."""
        self._message = message
        self._services = services

    def held(self) -> Held:
        """Return what is to come back: at the queue's end, though it has to be posted first."""
        message = self._message
        held = [
            other
            for other in self._services.held.of(message.link_id)
            if other.conversation_id == message.conversation_id
        ]
        earlier = [other for other in held if other.spoken_at < message.spoken_at]
        return Held(
            own=any(other.id == message.id for other in held),
            earlier=any(self._is_unsettled(other) for other in earlier),
        )

    def have_rested(self, conversation_id: str, now: float) -> bool:
        """Whether nobody posted there lately, so that a limit must be the whole workspace's."""
        watches = self._services.watches.of(self._message.team_id, conversation_id, now)
        posts = [float(watch.after_ts) for watch in watches.values() if watch.after_ts]
        return now - max(posts, default=0.0) > RESTING_SECONDS

    def _is_unsettled(self, message: SendMessage) -> bool:
        try:
            receipt = self._services.receipts.of(message)
        except MalformedRecord:
            # The net sees to it; nothing waits for what may never be readable.
            return False
        return receipt is not None and not receipt.is_final
