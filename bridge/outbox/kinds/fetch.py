"""Looking in Slack for what the speaker asks for: what no event told of, or what is older."""

from bridge.outbox.calls import Calls
from bridge.outbox.kinds.handler import Confirmed, Handler
from bridge.outbox.services import OutboxServices
from bridge.slack.payloads.history import arrivals
from postbox.directory.entries import Conversation
from postbox.inbox.message import START
from postbox.links.link import Link
from postbox.outbox.commands import FetchOlder
from postbox.outbox.receipt import Receipt
from postbox.store.errors import NotStorable
from postbox.store.keys import DAY

MOST = 30
"""So many messages at a time; an app that Slack limits gets fifteen."""


class MissedHandler(Handler):
    """One attempt to find what no event told of; what was found stays found."""

    def __init__(self, services: OutboxServices, calls: Calls) -> None:
        """Look with these calls."""
        self._fetch = services.fetch_missed
        self._calls = calls

    def call(self, receipt: Receipt, link: Link) -> Confirmed:
        """Compare what is due."""
        del receipt
        return Confirmed(self._calls.make(lambda token: self._fetch(link, token)))


class OlderHandler(Handler):
    """One attempt to bring what stands further back in a conversation into the inbox.

    It is no news: nobody's attention is called to it, and it is kept for a day at least, however
    old. What was kept before stays as it is.
    """

    def __init__(self, command: FetchOlder, services: OutboxServices, calls: Calls) -> None:
        """Look with these calls."""
        self._command = command
        self._services = services
        self._calls = calls

    def call(self, receipt: Receipt, link: Link) -> Confirmed:
        """Keep what stands before the command's ts, the newest of it."""
        command, slack = self._command, self._services.slack
        place = Conversation(receipt.conversation_id, "", command.place_kind)
        found = self._calls.make(
            lambda token: slack.history(token, place.id, START, command.ts, MOST)
        )
        inbox, kept_until = self._services.inbox(), self._services.clock() + DAY
        for arrived in arrivals(found, place, link):
            if arrived.message.ts >= command.ts:
                continue
            try:
                inbox.keep(arrived.message, kept_until=kept_until)
            except NotStorable:
                # The others can be read all the same.
                continue
        return Confirmed(f"{len(found.messages)} listed")
