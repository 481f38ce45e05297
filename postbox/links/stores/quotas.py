"""How often a link may do in a day what costs its owner money."""

from datetime import UTC, datetime

from postbox.store import keys
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from postbox.store.items import Item, put
from postbox.store.keys import DAY
from postbox.store.table import Table

TRIES = 4


class SummaryQuota:
    """The summaries by a language model that links asked for, by day (UTC)."""

    def __init__(self, table: Table) -> None:
        """Count them in this table."""
        self._table = table

    def take(self, link_id: str, now: float, most: int) -> bool:
        """Count one more; False, and not counted, where today's are used up."""
        key = keys.summaries(link_id, datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%d"))
        for _ in range(TRIES):
            item = self._table.get(key)
            before = self._table.sift_one("SummaryQuota", _asked, item) if item else 0
            if before is None or before >= most:
                # What cannot be read may have been many.
                return False
            condition, values = "attribute_not_exists(pk)", None
            if item:
                condition, values = "#asked = :before", {":before": before}
            counted = {**key, "asked": before + 1, "expires_at": int(now) + 2 * DAY}
            try:
                self._table.apply(put(counted, condition, values))
            except ConditionFailed:
                continue
            return True
        raise MailboxUnavailable("a count that others move all the time")


def _asked(item: Item) -> int:
    return int(item["asked"])
