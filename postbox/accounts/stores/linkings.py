"""Account linkings under way, by the digest of what the browser's cookie holds."""

from dataclasses import replace
from functools import partial

from postbox.accounts.digests import digest
from postbox.accounts.linking import Linking
from postbox.store import account_keys as keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, Write, delete, put, unchanged
from postbox.store.table import Table


class Linkings:
    """Linkings under way; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def begin(self, linking_id: str, linking: Linking) -> None:
        """Keep a new one."""
        self._table.apply(put(_item(linking_id, linking), "attribute_not_exists(pk)"))

    def get(self, linking_id: str, now: float) -> Linking | None:
        """Return one that is not over."""
        if not linking_id:
            return None
        item = self._table.get(keys.linking(digest(linking_id)))
        found = self._table.sift_one("Linking", partial(from_record, Linking), item)
        return found if found is not None and now < found.expires else None

    def save(self, linking_id: str, before: Linking, after: Linking) -> Linking | None:
        """Write the next revision and return it; None where another request was first."""
        counted = replace(after, revision=before.revision + 1)
        try:
            self._table.apply(put(_item(linking_id, counted), *unchanged(before.revision)))
        except ConditionFailed:
            return None
        return counted

    def end(self, linking_id: str, linking: Linking) -> bool:
        """Forget one; False where another request was first."""
        try:
            self._table.apply(end_write(linking_id, linking))
        except ConditionFailed:
            return False
        return True


def end_write(linking_id: str, linking: Linking) -> Write:
    """Return what ends a linking, once."""
    key = keys.linking(digest(linking_id))
    return delete(key, *unchanged(linking.revision))


def _item(linking_id: str, linking: Linking) -> Item:
    key = keys.linking(digest(linking_id))
    return {**key, **to_record(linking), "expires_at": int(linking.expires) + 1}
