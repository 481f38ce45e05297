"""Looking in Slack, at once, for messages that no event told of: the speaker waits for them."""

from bridge.outbox.calls import Calls
from bridge.outbox.kinds.handler import Confirmed, Handler
from bridge.outbox.services import OutboxServices
from postbox.links.link import Link
from postbox.outbox.receipt import Receipt


class Fetching(Handler):
    """One attempt; what was found stays found."""

    def __init__(self, services: OutboxServices, calls: Calls) -> None:
        """Look with these calls."""
        self._fetch = services.fetch_missed
        self._calls = calls

    def call(self, receipt: Receipt, link: Link) -> Confirmed:
        """Compare what is due."""
        del receipt
        return Confirmed(self._calls.make(lambda token: self._fetch(link, token)))
