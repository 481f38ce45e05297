"""What carrying out commands works with."""

from collections.abc import Callable
from dataclasses import field
from typing import TYPE_CHECKING

from bridge.links.tokens import Tokens
from bridge.slack.gateway import SlackGateway
from postbox.frozen import Frozen
from postbox.inbox.stores.watches import Watches
from postbox.links.link import Link
from postbox.links.stores.links import Links
from postbox.outbox.held import HeldMessages
from postbox.outbox.pauses import Pauses
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipts import Receipts
from postbox.outbox.schedules import Schedules
from postbox.store.table import Table

if TYPE_CHECKING:
    from postbox.inbox.stores.inbox import Inbox
    from postbox.inbox.stores.read_states import ReadStates

FetchMissed = Callable[[Link, str], str]
"""Looks in Slack for what no event told of, with a token, while there is time.

Returns in a word what came of it.
"""

Leave = Callable[[str], str]
"""Ends the account of this id, and returns in a word what came of it."""

MOST_REMEMBERED = 1000


def _nobody_leaves(_account_id: str) -> str:
    return "there are no accounts"


class DirectMessages:
    """Direct messages by person, as far as this worker opened them.

    Slack gives the same conversation for each pair of token and person.
    """

    def __init__(self) -> None:
        """Know none yet."""
        self._opened: dict[tuple[str, str], str] = {}

    def known(self, token: str, user_id: str) -> str | None:
        """Return the conversation of the token's owner with this user, if it was opened here."""
        return self._opened.get((token, user_id))

    def remember(self, token: str, user_id: str, conversation_id: str) -> None:
        """Keep what Slack opened."""
        if len(self._opened) >= MOST_REMEMBERED:
            self._opened.clear()
        self._opened[token, user_id] = conversation_id


class OutboxServices(Frozen):
    """The mailbox, the tokens, Slack and the time."""

    receipts: Receipts
    held: HeldMessages
    schedules: Schedules
    pauses: Pauses
    links: Links
    watches: Watches
    read_states: "Callable[[], ReadStates]"
    """Marks alone need these two, so that they are made when one is carried out."""
    inbox: "Callable[[], Inbox]"
    outbox: OutboxQueue
    tokens: Tokens
    slack: SlackGateway
    fetch_missed: FetchMissed
    clock: Callable[[], float]
    """Epoch seconds."""
    max_message_age: float
    """Seconds after which what was said is given up."""
    leave: Leave = _nobody_leaves
    direct_messages: DirectMessages = field(default_factory=DirectMessages)

    @classmethod
    def of(
        cls,
        table: Table,
        *,
        outbox: OutboxQueue,
        tokens: Tokens,
        slack: SlackGateway,
        fetch_missed: FetchMissed,
        clock: Callable[[], float],
        max_message_age: float,
    ) -> "OutboxServices":
        """Work with this table."""

        def read_states() -> "ReadStates":
            from postbox.inbox.stores.read_states import ReadStates  # noqa: PLC0415

            return ReadStates(table)

        def inbox() -> "Inbox":
            from postbox.inbox.stores.inbox import Inbox  # noqa: PLC0415

            return Inbox(table)

        return cls(
            receipts=Receipts(table),
            held=HeldMessages(table),
            schedules=Schedules(table),
            pauses=Pauses(table),
            links=Links(table),
            watches=Watches(table),
            read_states=read_states,
            inbox=inbox,
            outbox=outbox,
            tokens=tokens,
            slack=slack,
            fetch_missed=fetch_missed,
            clock=clock,
            max_message_age=max_message_age,
        )
