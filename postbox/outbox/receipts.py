"""Where receipts are kept: one conditional write a step."""

from postbox.outbox import receipt_life
from postbox.outbox.message import OutboundMessage
from postbox.outbox.receipt import Receipt
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.expiry import FORTNIGHT
from postbox.store.table import Item, Table, Write, put


class Receipts:
    """The receipts of all links' actions."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def open(self, message: OutboundMessage) -> Receipt:
        """Return the message's receipt, writing the first one when there is none yet."""
        first = receipt_life.opened(message)
        try:
            self._table.apply(put(_item(first), "attribute_not_exists(pk)"))
        except ConditionFailed:
            return self.get(message.link_id, message.spoken_at, message.id) or first
        return first

    def get(self, link_id: str, spoken_at: float, message_id: str) -> Receipt | None:
        """Return the receipt as it stands."""
        item = self._table.get(keys.sent(link_id, spoken_at, message_id))
        return from_record(Receipt, item) if item else None

    def recent(self, link_id: str, limit: int) -> list[Receipt]:
        """Return the newest receipts, newest first."""
        partition = keys.link_partition(link_id)
        found = self._table.query(partition, "SENT#", newest_first=True)
        return [from_record(Receipt, item) for item, _ in zip(found, range(limit), strict=False)]

    def save(self, before: Receipt, after: Receipt, *together: Write) -> Receipt:
        """Write the next revision, with other writes or not at all.

        Raises ConditionFailed when the stored receipt is not `before` any more.
        """
        condition = put(_item(after), "#revision = :revision", {":revision": before.revision})
        self._table.apply(condition, *together)
        return after


def _item(receipt: Receipt) -> Item:
    key = keys.sent(receipt.link_id, receipt.spoken_at, receipt.message_id)
    return {**key, **to_record(receipt), "expires_at": int(receipt.spoken_at + FORTNIGHT)}
