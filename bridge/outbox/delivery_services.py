"""What a delivery works with."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bridge.links.tokens import Tokens
from bridge.outbox.direct_messages import DirectMessages
from bridge.slack.gateway import SlackGateway
from postbox.inbox.stores.watches import Watches
from postbox.links.stores.links import Links
from postbox.outbox.held import HeldMessages
from postbox.outbox.pauses import Pauses
from postbox.outbox.receipts import Receipts


@dataclass(frozen=True)
class DeliveryServices:
    """The mailbox, the tokens, Slack and the time."""

    receipts: Receipts
    links: Links
    held: HeldMessages
    watches: Watches
    pauses: Pauses
    tokens: Tokens
    slack: SlackGateway
    clock: Callable[[], float]
    """Epoch seconds."""
    max_message_age: float
    """Seconds after which an unposted message is given up."""
    direct_messages: DirectMessages = field(default_factory=DirectMessages)
