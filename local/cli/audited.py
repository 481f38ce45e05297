"""What a table holds of the promise, and of who did what. Reads ids and states, no texts."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bridge.outbox.deadlines import LONGEST_SECONDS
from bridge.outbox.net import GRACE_SECONDS
from local.cli.audit import Attempt, Facts, Finding, audit
from postbox.households.audit import Audited
from postbox.households.stores.audit_trail import AuditTrail
from postbox.links.stores.due import DueLinks
from postbox.links.stores.links import PERSONAL
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.store import keys
from postbox.store.codec import from_record
from postbox.store.errors import MalformedRecord
from postbox.store.items import Item
from postbox.store.keys import DAY
from postbox.store.table import Table

OVERDUE_SECONDS = LONGEST_SECONDS + 2 * GRACE_SECONDS
"""Later than this after it was spoken nothing may be unsettled, whatever it is."""


_ENDED_WELL = {DeliveryState.CONFIRMED, DeliveryState.WITHDRAWN}


def links_in(table: Table) -> list[str]:
    """Return the ids of all links: the owner's, and those of everybody who linked an account."""
    return [PERSONAL, *(turn.link_id for turn in DueLinks(table).all())]


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
                state = str(item.get("state", "-"))
                if name not in told_of and state not in _ENDED_WELL:
                    findings.append(Finding(name, state, "cannot be read, and nobody was told"))
    facts = Facts(receipts, told_of, held, attempts)
    findings += audit(facts, now, overdue_after, DAY)
    return len(receipts), findings


def trail_of(table: Table, day: str) -> Iterator[str]:
    """Yield the trail of a day (UTC, as 2026-11-29) in lines; raises MailboxUnavailable."""
    for audited in AuditTrail(table).of_day(day):
        yield _line(audited)


def _named(item: Item) -> str:
    """Return the id of the command that an item is of; of a key that makes no sense all of it."""
    return str(item["sk"]).split("#", 2)[-1]


def _line(audited: Audited) -> str:
    time = datetime.fromtimestamp(audited.at, UTC).strftime("%H:%M:%S")
    voice = "recognized" if audited.is_recognized else "-"
    facts = (time, audited.action, audited.account_id, audited.link_id or "-", voice, *audited.of)
    return "  ".join(facts)
