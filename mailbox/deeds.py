"""Where it is kept what became of actions: one conditional write a step."""

from dataclasses import replace

from mailbox import keys
from mailbox.action import Deed, OutboundAction
from mailbox.codec import from_record, to_record
from mailbox.errors import ConditionFailed
from mailbox.expiry import FORTNIGHT
from mailbox.table import Item, Table, Write, put

LOOKED_AT = 200


class Deeds:
    """The deeds of all links."""

    def __init__(self, table: Table) -> None:
        """Keep deeds in this table."""
        self._table = table

    def open(self, action: OutboundAction, *together: Write) -> Deed:
        """Return the action's deed, writing the first one when there is none yet.

        Other writes are made together with the first one, or not at all.
        """
        first = Deed(
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

    def get(self, link_id: str, spoken_at: float, action_id: str) -> Deed | None:
        """Return the deed as it stands."""
        item = self._table.get(keys.deed(link_id, spoken_at, action_id))
        return from_record(Deed, item) if item else None

    def find(self, link_id: str, action_id: str) -> Deed | None:
        """Return one of a link's newest deeds by its action alone."""
        for deed in self.recent(link_id, LOOKED_AT):
            if deed.action_id == action_id:
                return deed
        return None

    def recent(self, link_id: str, most: int) -> list[Deed]:
        """Return the newest deeds, newest first."""
        partition = keys.link_partition(link_id)
        found = self._table.query(partition, "DEED#", newest_first=True)
        return [from_record(Deed, item) for item, _ in zip(found, range(most), strict=False)]

    def save(self, before: Deed, after: Deed, *together: Write) -> Deed:
        """Write the next revision (counted here), with other writes or not at all.

        Raises ConditionFailed when the stored deed is not `before` any more.
        """
        self._table.apply(deed_write(before, after), *together)
        return replace(after, revision=before.revision + 1)


def deed_write(before: Deed, after: Deed) -> Write:
    """Write the next revision of a deed, to be written together with another one."""
    counted = replace(after, revision=before.revision + 1)
    return put(_item(counted), "#revision = :revision", {":revision": before.revision})


def _item(deed: Deed) -> Item:
    key = keys.deed(deed.link_id, deed.spoken_at, deed.action_id)
    return {**key, **to_record(deed), "expires_at": int(deed.spoken_at + FORTNIGHT)}
