"""What a table holds of the promise. Reads ids and states, no texts."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from bridge.outbox.deadlines import LONGEST_SECONDS
from bridge.outbox.engine.claims import LEASE_SECONDS
from bridge.outbox.net import GRACE_SECONDS
from bridge.slack.payloads.shapes import client_msg_id
from local.cli.audit.checking import audit
from local.cli.audit.facts import NO_STATE, Attempt, Facts, Finding, Limits, Noticed
from postbox.links.stores.links import PERSONAL
from postbox.outbox.commands import CommandKind, SendMessage
from postbox.outbox.notices import Notice
from postbox.outbox.receipt import DeliveryState, Receipt
from postbox.outbox.records import command_in, command_of
from postbox.store import account_keys, keys
from postbox.store.codec import from_record
from postbox.store.errors import MalformedRecord, NewerRecord
from postbox.store.items import Item, decode
from postbox.store.keys import DAY, FORTNIGHT

OVERDUE_SECONDS = LONGEST_SECONDS + 2 * GRACE_SECONDS
"""Later than this after it was spoken nothing may be unsettled, whatever it is."""
_ENDED_WELL = {DeliveryState.CONFIRMED, DeliveryState.WITHDRAWN}
_LINK, _PROFILE, _CLIENT, _NOTICE = "LINK#", "PROFILE#", "CLIENT#", "NOTICE#"
_OURS = 5
"""The version of the UUIDs that Earshot's posts have; Slack's own are of another."""


def findings_in(
    client: Any,
    table: str,
    attempts: Sequence[Attempt],
    now: float,
    overdue_after: float = OVERDUE_SECONDS,
) -> tuple[int, list[Finding]]:
    """Return how many receipts a table has, and what is not as promised.

    Args:
        client: DynamoDB's.
        table: the table's name.
        attempts: what the log has.
        now: this moment, in epoch seconds.
        overdue_after: so many seconds after it was spoken everything is settled.
    """
    items = [item for item in _all(client, table) if not _is_over(item, now)]
    limits = Limits(now, overdue_after, DAY, FORTNIGHT, LEASE_SECONDS)
    facts, findings = _read(items, now)
    findings += _without_link(items)
    findings += audit(replace(facts, attempts=attempts), limits)
    return len(facts.receipts), findings


def _all(client: Any, table: str) -> Iterator[Item]:
    """Yield the items that an audit reads, of links known or not."""
    asked: dict[str, Any] = {
        "TableName": table,
        "ConsistentRead": True,
        "FilterExpression": "begins_with(pk, :link) OR begins_with(pk, :profile) OR "
        "begins_with(sk, :client) OR pk = :leaving OR begins_with(pk, :due)",
        "ExpressionAttributeValues": {
            name: {"S": value}
            for name, value in {
                ":link": _LINK,
                ":profile": _PROFILE,
                ":client": _CLIENT,
                ":leaving": account_keys.LEAVING,
                ":due": account_keys.DUE,
            }.items()
        },
    }
    while True:
        page = client.scan(**asked)
        yield from map(decode, page["Items"])
        if "LastEvaluatedKey" not in page:
            return
        asked["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def _is_over(item: Item, now: float) -> bool:
    """Whether DynamoDB is to remove it, and may have removed what belongs to it."""
    expires_at = item.get("expires_at")
    return isinstance(expires_at, int | Decimal) and expires_at <= now


def _read(items: Sequence[Item], now: float) -> tuple[Facts, list[Finding]]:
    kinds: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if str(item["pk"]).startswith(_LINK):
            kinds[f"{str(item['sk']).partition('#')[0]}#"].append(item)
    findings: list[Finding] = []
    notices = list(_notices(kinds[_NOTICE], findings))
    told_of = frozenset(map(_named, kinds[_NOTICE]))
    receipts, unreadable = [], []
    for item in (*kinds[keys.SENT], *kinds[keys.ACTION]):
        try:
            receipts.append(from_record(Receipt, item))
        except MalformedRecord:
            unreadable.append(_named(item))
            state = str(item.get("state", NO_STATE))
            if _named(item) not in told_of and state not in _ENDED_WELL:
                problem = "cannot be read, and nobody was told"
                findings.append(Finding(_named(item), state, problem))
        else:
            findings += _misplaced(receipts[-1], item)
    held = [_named(item) for item in kinds[keys.HELD]]
    findings += _unreadable_held(kinds[keys.HELD])
    names = [*unreadable, *(receipt.command_id for receipt in receipts)]
    posted = _posted(items, {client_msg_id(name): name for name in names}, now)
    return Facts(receipts, unreadable, notices, held, posted), findings


def _notices(items: Sequence[Item], findings: list[Finding]) -> Iterator[Noticed]:
    """Yield the notices that can be read; one that nobody can read and nobody heard is found."""
    for item in items:
        try:
            notice = from_record(Notice, item)
        except MalformedRecord as problem:
            if "told_at" not in item and not isinstance(problem, NewerRecord):
                found = Finding(_named(item), NO_STATE, "its notice cannot be read, nor told")
                findings.append(found)
        else:
            yield Noticed(notice.command_id, notice.state, notice.reason)


def _unreadable_held(items: Sequence[Item]) -> Iterator[Finding]:
    for item in items:
        try:
            command = command_of(item["command"]) if "command" in item else None
            command = command or command_in(item["message"])
            if isinstance(command, SendMessage):
                continue
        except NewerRecord:
            continue
        except (MalformedRecord, LookupError, TypeError, AttributeError):
            pass
        yield Finding(_named(item), NO_STATE, "its message waits, and cannot be read")


def _misplaced(receipt: Receipt, item: Item) -> Iterator[Finding]:
    """A receipt is found by what it says of itself, or not at all."""
    is_message = receipt.kind is CommandKind.SEND_MESSAGE
    key_of = keys.sent if is_message else keys.action
    key = key_of(receipt.link_id, receipt.spoken_at, receipt.command_id)
    if (key["pk"], key["sk"]) != (item["pk"], item["sk"]):
        yield Finding(receipt.command_id, receipt.state, "stands where nobody looks for it")


def _without_link(items: Sequence[Item]) -> Iterator[Finding]:
    known, of_links = {PERSONAL}, Counter[str]()
    for item in items:
        pk, sk = str(item["pk"]), str(item["sk"])
        if pk.startswith(_PROFILE):
            known.add(pk.removeprefix(_PROFILE))
        elif pk.startswith((account_keys.LEAVING, account_keys.DUE)):
            known.add(sk.rpartition("#")[2])
        elif pk.startswith(_LINK) and sk.startswith((keys.SENT, keys.ACTION)):
            of_links[pk.removeprefix(_LINK)] += 1
    for link_id, number in of_links.items():
        if link_id not in known:
            yield Finding(link_id, NO_STATE, f"{number} receipts of a link that is not there")


def _posted(items: Sequence[Item], names: Mapping[str, str], now: float) -> Collection[str]:
    """Return the commands whose posts came back, by their ids, or by Slack's where none is known.

    A post stays a little longer than its receipt: the last day of it says nothing.
    """
    found = set()
    for item in items:
        sort = str(item["sk"])
        if sort.startswith(_CLIENT) and not _is_over(item, now + DAY):
            name = sort.removeprefix(_CLIENT)
            if name in names or _is_ours(name):
                found.add(names.get(name, name))
    return found


def _is_ours(name: str) -> bool:
    try:
        return UUID(name).version == _OURS
    except ValueError:
        return False


def _named(item: Item) -> str:
    """Return the id of the command that an item is of; of a key that makes no sense all of it."""
    return str(item["sk"]).split("#", 2)[-1]
