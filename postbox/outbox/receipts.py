"""Where receipts are kept: one conditional write a step."""

from collections.abc import Iterator
from itertools import islice

from postbox.outbox import receipt_life
from postbox.outbox.commands import Command, CommandKind
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.outbox.records import NewerCommand
from postbox.outbox.schedules import Scheduled
from postbox.outbox.unreadable import UnreadableReceipt
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed, MalformedRecord
from postbox.store.items import Item, Write, put, unchanged, update
from postbox.store.keys import FORTNIGHT
from postbox.store.table import Table

_LOOKED_AT = 200


class Receipts:
    """The receipts of all links."""

    def __init__(self, table: Table) -> None:
        """Keep receipts in this table."""
        self._table = table

    def open(self, command: Command, *together: Write) -> Receipt:
        """Return the command's receipt, writing the first one when there is none yet.

        Other writes are made together with the first one, or not at all.
        """
        first = receipt_life.opened(command)
        try:
            self._table.apply(put(_item(first), "attribute_not_exists(pk)"), *together)
        except ConditionFailed:
            return self.of(command) or first
        return first

    def of(self, about: Command | NewerCommand | Receipt) -> Receipt | None:
        """Return the receipt as it stands; raises MalformedRecord where nobody can read it."""
        item = self._table.get(_key(about))
        return from_record(Receipt, item) if item else None

    def of_scheduled(self, scheduled: Scheduled) -> Receipt | None:
        """Return the receipt of the command that scheduled a message."""
        if scheduled.spoken_at is None:
            recent = self.actions(scheduled.link_id, _LOOKED_AT)
            return next((r for r in recent if r.command_id == scheduled.command_id), None)
        key = keys.action(scheduled.link_id, scheduled.spoken_at, scheduled.command_id)
        item = self._table.get(key)
        return from_record(Receipt, item) if item else None

    def messages(self, link_id: str, most: int) -> list[Receipt]:
        """Return what was sent last, newest first."""
        return self._newest(link_id, keys.SENT, most)

    def actions(self, link_id: str, most: int) -> list[Receipt]:
        """Return what was asked for beside messages, newest first."""
        return self._newest(link_id, keys.ACTION, most)

    def save(self, before: Receipt, after: Receipt, *together: Write) -> Receipt:
        """Write the next revision, with other writes or not at all.

        Raises ConditionFailed when the stored receipt is not `before` any more.
        """
        self._table.apply(receipt_write(before, after), *together)
        return after

    def unreadable(self, about: Command | NewerCommand) -> UnreadableReceipt | None:
        """Return what can be known of a receipt that `of` cannot read."""
        item = self._table.get(_key(about))
        return UnreadableReceipt.of(item) if item else None

    def give_up(self, unreadable: UnreadableReceipt, now: float, *together: Write) -> None:
        """Settle a receipt that nobody can read as doubtful, with other writes or not at all."""
        settled = {
            "state": DeliveryState.DOUBTFUL,
            "reason": FailureReason.UNCONFIRMED,
            "settled_at": now,
        }
        self._table.apply(update(unreadable.key, settled, "attribute_exists(pk)"), *together)

    def unsettled(self, link_id: str) -> Iterator[Receipt | UnreadableReceipt]:
        """Yield what is not settled, however old, each kind of receipt oldest first."""
        since = self._settled_until(link_id)
        partition = keys.link_partition(link_id)
        for first, last in keys.receipts_since(since):
            for item in self._table.between(partition, first, last):
                receipt = _read(item)
                if not receipt.is_final:
                    yield receipt

    def settled_until(self, link_id: str, moment: float) -> None:
        """Remember that all that was spoken before a moment is settled."""
        self._table.apply(put({**keys.settled(link_id), "until": moment}))

    def _settled_until(self, link_id: str) -> float:
        item = self._table.get(keys.settled(link_id))
        return self._table.sift_one("Settled", _until, item) or 0.0

    def _newest(self, link_id: str, prefix: str, most: int) -> list[Receipt]:
        found = self._table.query(keys.link_partition(link_id), prefix, newest_first=True)
        readable = self._table.sift("Receipt", lambda item: from_record(Receipt, item), found)
        return list(islice(readable, most))


def _until(item: Item) -> float:
    return float(item["until"])


def receipt_write(before: Receipt, after: Receipt) -> Write:
    """Write the next revision of a receipt, to be written together with something else."""
    return put(_item(after), *unchanged(before.revision))


def _read(item: Item) -> Receipt | UnreadableReceipt:
    try:
        return from_record(Receipt, item)
    except MalformedRecord:
        return UnreadableReceipt.of(item)


def _key(about: Command | NewerCommand | Receipt) -> keys.Key:
    name = about.command_id if isinstance(about, Receipt) else about.id
    if about.kind == CommandKind.SEND_MESSAGE:
        return keys.sent(about.link_id, about.spoken_at, name)
    return keys.action(about.link_id, about.spoken_at, name)


def _item(receipt: Receipt) -> Item:
    expires_at = int(receipt.spoken_at + FORTNIGHT)
    return {**_key(receipt), **to_record(receipt), "expires_at": expires_at}
