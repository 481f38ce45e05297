"""What a delivery works with."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bridge.direct_messages import DirectMessages
from bridge.slack_gateway import SlackGateway
from bridge.tokens import Tokens
from mailbox.held import HeldMessages
from mailbox.links import Links
from mailbox.pauses import Pauses
from mailbox.receipts import Receipts
from mailbox.watches import Watches


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
