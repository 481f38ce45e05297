"""Who did what on one day, in lines. Reads ids, no texts."""

from collections.abc import Iterator
from datetime import UTC, datetime

from postbox.households.audit import Audited
from postbox.households.stores.audit_trail import AuditTrail
from postbox.store.table import Table


def trail_of(table: Table, day: str) -> Iterator[str]:
    """Yield the trail of a day (UTC, as 2026-11-29) in lines; raises MailboxUnavailable."""
    for audited in AuditTrail(table).of_day(day):
        yield _line(audited)


def _line(audited: Audited) -> str:
    time = datetime.fromtimestamp(audited.at, UTC).strftime("%H:%M:%S")
    voice = "recognized" if audited.is_recognized else "-"
    facts = (time, audited.action, audited.account_id, audited.link_id or "-", voice, *audited.of)
    return "  ".join(facts)
