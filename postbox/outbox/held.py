"""Messages set aside until their speaker's link works again."""

from postbox.outbox.message import OutboundMessage
from postbox.store import keys
from postbox.store.codec import from_json, to_json
from postbox.store.expiry import FORTNIGHT
from postbox.store.table import Table, Write, delete, put


class HeldMessages:
    """The messages that wait outside the queue."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def of(self, link_id: str) -> list[OutboundMessage]:
        """Return a link's held messages in the order in which they were spoken."""
        items = self._table.query(keys.link_partition(link_id), "HELD#")
        return [from_json(OutboundMessage, item["message"]) for item in items]


def held_write(message: OutboundMessage) -> Write:
    """Set a message aside, together with its receipt."""
    key = keys.held(message.link_id, message.spoken_at, message.id)
    expires_at = int(message.spoken_at + FORTNIGHT)
    return put({**key, "message": to_json(message), "expires_at": expires_at})


def held_delete(message: OutboundMessage) -> Write:
    """Take a message out again, together with its receipt."""
    return delete(keys.held(message.link_id, message.spoken_at, message.id))
