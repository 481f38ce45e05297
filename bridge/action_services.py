"""What doing an action works with."""

from collections.abc import Callable
from dataclasses import dataclass

from bridge.direct_messages import DirectMessages
from bridge.slack_gateway import SlackGateway
from bridge.tokens import Tokens
from mailbox.deeds import Deeds
from mailbox.hearings import Hearings
from mailbox.inbox import Inbox
from mailbox.link import Link
from mailbox.links import Links
from mailbox.queues import OutboxQueue
from mailbox.receipts import Receipts
from mailbox.schedules import Schedules
from mailbox.watches import Watches

Fill = Callable[[Link, str, Callable[[], float]], str]
"""Looks in Slack for what no event told of, with a token, while there is time (seconds left).

Returns in a word what came of it.
"""


@dataclass(frozen=True)
class ActionServices:
    """The mailbox, the tokens, Slack and the time."""

    deeds: Deeds
    schedules: Schedules
    links: Links
    hearings: Hearings
    inbox: Inbox
    watches: Watches
    receipts: Receipts
    outbox: OutboxQueue
    tokens: Tokens
    slack: SlackGateway
    direct_messages: DirectMessages
    fill: Fill
    clock: Callable[[], float]
    """Epoch seconds."""
    max_message_age: float
    """Seconds after which what was said is given up."""
