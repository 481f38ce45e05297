"""Where it is kept what became of actions: one conditional write a step."""

from dataclasses import replace

from postbox.outbox.action import ActionReceipt, OutboundAction
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.expiry import FORTNIGHT
from postbox.store.table import Item, Table, Write, put

LOOKED_AT = 200


class ActionReceipts:
    """The receipts of all links' actions."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def open(self, action: OutboundAction, *together: Write) -> ActionReceipt:
        """Return the action's receipt, writing the first one when there is none yet.

        Other writes are made together with the first one, or not at all.
        """
        first = ActionReceipt(
            action_id=action.id,
            kind=action.kind,
            link_id=action.link_id,
            conversation_id=action.conversation_id,
            conversation_name=action.conversation_name,
            spoken_at=action.spoken_at,
            ts=action.ts,
        )
        try:
            self._table.apply(put(_item(first), "attribute_not_exists(pk)"), *together)
        except ConditionFailed:
            return self.get(action.link_id, action.spoken_at, action.id) or first
        return first

    def get(self, link_id: str, spoken_at: float, action_id: str) -> ActionReceipt | None:
        """Return the receipt as it stands."""
        item = self._table.get(keys.action_receipt(link_id, spoken_at, action_id))
        return from_record(ActionReceipt, item) if item else None

    def find(self, link_id: str, action_id: str) -> ActionReceipt | None:
        """Return one of a link's newest receipts by its action alone."""
        for action_receipt in self.recent(link_id, LOOKED_AT):
            if action_receipt.action_id == action_id:
                return action_receipt
        return None

    def recent(self, link_id: str, most: int) -> list[ActionReceipt]:
        """Return the newest receipts, newest first."""
        partition = keys.link_partition(link_id)
        found = self._table.query(partition, "ACTION#", newest_first=True)
        return [
            from_record(ActionReceipt, item) for item, _ in zip(found, range(most), strict=False)
        ]

    def save(self, before: ActionReceipt, after: ActionReceipt, *together: Write) -> ActionReceipt:
        """Write the next revision (counted here), with other writes or not at all.

        Raises ConditionFailed when the stored receipt is not `before` any more.
        """
        self._table.apply(action_receipt_write(before, after), *together)
        return replace(after, revision=before.revision + 1)


def action_receipt_write(before: ActionReceipt, after: ActionReceipt) -> Write:
    """Write the next revision of a receipt, to be written together with another one."""
    counted = replace(after, revision=before.revision + 1)
    return put(_item(counted), "#revision = :revision", {":revision": before.revision})


def _item(action_receipt: ActionReceipt) -> Item:
    key = keys.action_receipt(
        action_receipt.link_id, action_receipt.spoken_at, action_receipt.action_id
    )
    return {
        **key,
        **to_record(action_receipt),
        "expires_at": int(action_receipt.spoken_at + FORTNIGHT),
    }
