"""What doing an action works with."""

from collections.abc import Callable
from dataclasses import dataclass

from bridge.links.tokens import Tokens
from bridge.outbox.direct_messages import DirectMessages
from bridge.slack.gateway import SlackGateway
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.read_states import ReadStates
from postbox.inbox.stores.watches import Watches
from postbox.links.link import Link
from postbox.links.stores.links import Links
from postbox.outbox.action_receipts import ActionReceipts
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipts import Receipts
from postbox.outbox.schedules import Schedules

Fill = Callable[[Link, str, Callable[[], float]], str]
"""Looks in Slack for what no event told of, with a token, while there is time (seconds left).

Returns in a word what came of it.
"""


@dataclass(frozen=True)
class ActionServices:
    """The mailbox, the tokens, Slack and the time."""

    action_receipts: ActionReceipts
    schedules: Schedules
    links: Links
    read_states: ReadStates
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
