"""What else was said in a message's conversation, as far as it bears on posting it now."""

from dataclasses import dataclass

from bridge.outbox.delivery_services import DeliveryServices
from postbox.outbox.message import OutboundMessage

RESTING_SECONDS = 5
"""A conversation that was left alone so long cannot have used up its own one post a second."""


@dataclass(frozen=True)
class Marks:
    """Which messages of one speaker and conversation are marked as coming back from a hold."""

    own: bool
    """The message itself is."""
    earlier: bool
    """An earlier one is, and is not settled yet."""


class Siblings:
    """The messages beside one message."""

    def __init__(self, message: OutboundMessage, services: DeliveryServices) -> None:
        """Look at the conversation of this message."""
        self._message = message
        self._services = services

    def marks(self) -> Marks:
        """Return what is to come back: at the queue's end, though it has to be posted first."""
        message = self._message
        marked = [
            each
            for each in self._services.held.of(message.link_id)
            if each.conversation_id == message.conversation_id
        ]
        earlier = [each for each in marked if each.spoken_at < message.spoken_at]
        return Marks(
            own=any(each.id == message.id for each in marked),
            earlier=any(self._is_unsettled(each) for each in earlier),
        )

    def have_rested(self, conversation_id: str, now: float) -> bool:
        """Whether nobody posted there lately, so that a limit must be the whole workspace's."""
        watches = self._services.watches.of(self._message.team_id, conversation_id, now)
        posts = [float(watch.after_ts) for watch in watches.values() if watch.after_ts]
        return now - max(posts, default=0.0) > RESTING_SECONDS

    def _is_unsettled(self, message: OutboundMessage) -> bool:
        receipt = self._services.receipts.get(message.link_id, message.spoken_at, message.id)
        return receipt is not None and not receipt.state.is_final
