"""What a table holds of the promise, and of who did what. Reads ids and states, no texts."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bridge.outbox.deadlines import LONGEST_SECONDS
from bridge.outbox.net import GRACE_SECONDS
from local.cli.audit import Attempt, Facts, Finding, audit
from postbox.households.audit import Audited
from postbox.households.stores.audit_trail import AuditTrail
from postbox.outbox.receipt import Receipt
from postbox.store import keys
from postbox.store.codec import from_record
from postbox.store.errors import MalformedRecord
from postbox.store.items import Item
from postbox.store.keys import DAY
from postbox.store.table import Table

OVERDUE_SECONDS = LONGEST_SECONDS + 2 * GRACE_SECONDS
"""Later than this after it was spoken nothing may be unsettled, whatever it is."""


def findings_in(
    table: Table,
    link_id: str,
    attempts: list[Attempt],
    now: float,
    overdue_after: float = OVERDUE_SECONDS,
) -> tuple[int, list[Finding]]:
    """Return how many receipts a link has, and what is not as promised."""
    partition = keys.link_partition(link_id)
    told_of = frozenset(map(_named, table.query(partition, "NOTICE#")))
    held = frozenset(map(_named, table.query(partition, keys.HELD)))
    receipts, findings = [], []
    for prefix in (keys.SENT, keys.ACTION):
        for item in table.query(partition, prefix):
            try:
                receipts.append(from_record(Receipt, item))
            except MalformedRecord:
                name = _named(item)
                if name not in told_of:
                    state = str(item.get("state", "-"))
                    findings.append(Finding(name, state, "cannot be read, and nobody was told"))
    facts = Facts(receipts, told_of, held, attempts)
    findings += audit(facts, now, overdue_after, DAY)
    return len(receipts), findings


def trail_of(table: Table, day: str) -> Iterator[str]:
    """Yield the trail of a day (UTC, as 2026-11-29) in lines; raises MailboxUnavailable."""
    for audited in AuditTrail(table).of_day(day):
        yield _line(audited)


def _named(item: Item) -> str:
    return str(item["sk"]).split("#", 2)[2]


def _line(audited: Audited) -> str:
    time = datetime.fromtimestamp(audited.at, UTC).strftime("%H:%M:%S")
    voice = "recognized" if audited.is_recognized else "-"
    facts = (time, audited.action, audited.account_id, audited.link_id or "-", voice, *audited.of)
    return "  ".join(facts)
