"""Reactions, changes and unsending: one call each, which may be made again without harm."""

from bridge.outbox.calls import Calls
from bridge.outbox.kinds.handler import Confirmed, Handler
from bridge.outbox.services import OutboxServices
from bridge.slack.payloads.mentions import with_mentions
from postbox.links.link import Link
from postbox.outbox.commands import AddReaction, DeleteMessage, UpdateMessage
from postbox.outbox.receipt import Receipt

Change = UpdateMessage | DeleteMessage | AddReaction


class ChangeHandler(Handler):
    """One attempt to change something at a message."""

    def __init__(self, change: Change, services: OutboxServices, calls: Calls) -> None:
        """Make this change."""
        self._change = change
        self._slack = services.slack.actions
        self._calls = calls

    def call(self, receipt: Receipt, link: Link) -> Confirmed:
        """Make it."""
        del receipt, link
        self._calls.make(self._made)
        return Confirmed()

    def _made(self, token: str) -> None:
        change, slack = self._change, self._slack
        place, ts = change.conversation_id, change.ts
        match change:
            case AddReaction(emoji=emoji):
                slack.react(token, place, ts, emoji.strip(":"))
            case UpdateMessage(text=text, mentions=mentions):
                slack.change(token, place, ts, with_mentions(text, mentions))
            case DeleteMessage():
                slack.unsend(token, place, ts)
