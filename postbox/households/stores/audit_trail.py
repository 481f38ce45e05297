"""The trail of all accounts, by day; it is written, and read by `earshot audit` alone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from postbox.households.audit import Audited
from postbox.store import household_keys as keys
from postbox.store.codec import from_record, to_record
from postbox.store.items import Write, put
from postbox.store.keys import DAY
from postbox.store.table import Table

KEPT_DAYS = 90


class AuditTrail:
    """Everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep it in this table."""
        self._table = table

    def note(self, audited: Audited) -> None:
        """Add a line; the same one again changes nothing."""
        self._table.apply(audit_write(audited))

    def of_day(self, day: str) -> Iterator[Audited]:
        """Yield the lines of a day (UTC, as 2026-11-29) in the order of time."""
        items = self._table.query(keys.audit_partition(day), keys.AUDITED)
        return self._table.sift("Audited", partial(from_record, Audited), items)


def audit_write(audited: Audited) -> Write:
    """Return what adds a line, to be written with what it tells of."""
    key = keys.audited(day_of(audited.at), audited.at, f"{audited.id}#{audited.action}")
    expiry = {"expires_at": int(audited.at) + KEPT_DAYS * DAY}
    return put({**key, **to_record(audited), **expiry})


def day_of(moment: float) -> str:
    """Return the day of a moment in epoch seconds, in UTC."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d")
