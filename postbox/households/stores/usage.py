"""How often a link listens and sends in a day: a bound that nobody meets who only talks."""

from postbox.households.stores.audit_trail import day_of
from postbox.store import household_keys as keys
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, put, unchanged
from postbox.store.keys import DAY
from postbox.store.table import Table

TRIES = 4
READS, SENDS = "reads", "sends"
MOST = {READS: 3000, SENDS: 1000}
"""In a day (UTC): one every half minute, day and night."""


class Usage:
    """The uses of all links; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Count them in this table."""
        self._table = table

    def take(self, link_id: str, kinds: frozenset[str], now: float) -> bool:
        """Count one more of each kind; False, and not counted, where one of them is used up."""
        key = keys.used(link_id, day_of(now))
        for _ in range(TRIES):
            item = self._table.get(key)
            before = self._table.sift_one("Usage", _used, item) if item else (0, {})
            if before is None:
                # What cannot be read may have been many.
                return False
            revision, counts = before
            if any(counts.get(kind, 0) >= MOST[kind] for kind in kinds):
                return False
            after = {**counts, **{kind: counts.get(kind, 0) + 1 for kind in kinds}}
            if self._save(key, revision, after, now):
                return True
        return False

    def _save(self, key: Item, revision: int, counts: Item, now: float) -> bool:
        is_new = ("attribute_not_exists(pk)", None)
        is_as_read = unchanged(revision) if revision else is_new
        item = {**key, **counts, "revision": revision + 1, "expires_at": int(now) + 2 * DAY}
        try:
            self._table.apply(put(item, *is_as_read))
        except ConditionFailed:
            return False
        return True


def _used(item: Item) -> tuple[int, dict[str, int]]:
    return int(item["revision"]), {kind: int(item.get(kind, 0)) for kind in MOST}
