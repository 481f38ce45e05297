"""Ending an account: whether or not its links still work."""

from bridge.outbox.kinds.handler import Confirmed, Handler
from bridge.outbox.services import OutboxServices
from postbox.links.link import Link
from postbox.outbox.commands import LeaveAccount
from postbox.outbox.receipt import Receipt


class LeaveHandler(Handler):
    """One attempt; what was done of it stays done."""

    def __init__(self, command: LeaveAccount, services: OutboxServices) -> None:
        """End this command's account."""
        self._command = command
        self._services = services

    def without_link(self) -> Confirmed:
        """End it."""
        return Confirmed(self._services.leave(self._command.account_id))

    def call(self, receipt: Receipt, link: Link) -> Confirmed:
        """End it, with a link that works, too."""
        del receipt, link
        return self.without_link()
