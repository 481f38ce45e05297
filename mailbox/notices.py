"""Bad news that waits to be spoken."""

from collections.abc import Iterable

from mailbox import keys
from mailbox.codec import from_record, to_record
from mailbox.errors import ConditionFailed
from mailbox.expiry import DAY, FORTNIGHT
from mailbox.messages import FailureReason, Notice, OutboundMessage, Receipt
from mailbox.table import Table, Write, put, update


class Notices:
    """What speakers still have to be told."""

    def __init__(self, table: Table) -> None:
        """Keep notices in this table."""
        self._table = table

    def untold(self, link_id: str) -> list[Notice]:
        """Return what this speaker was not told yet, oldest first."""
        items = self._table.query(keys.link_partition(link_id), "NOTICE#")
        return [from_record(Notice, item) for item in items if "told_at" not in item]

    def last_told(self, link_id: str) -> Notice | None:
        """Return the notice that this speaker was told last, within a day, or None."""
        items = self._table.query(keys.link_partition(link_id), "NOTICE#")
        told = [item for item in items if "told_at" in item]
        return from_record(Notice, max(told, key=lambda item: item["told_at"])) if told else None

    def tell(self, notices: Iterable[Notice], now: float) -> None:
        """Record that these were spoken; a day later they are forgotten."""
        for notice in notices:
            key = keys.notice(notice.link_id, notice.spoken_at, notice.message_id)
            changes = {"told_at": now, "expires_at": int(now + DAY)}
            try:
                self._table.apply(update(key, changes, "attribute_exists(pk)"))
            except ConditionFailed:
                continue

    def untell(self, notices: Iterable[Notice]) -> None:
        """Take back that these were spoken: the device rejected the answer."""
        self._table_put(notices)

    def _table_put(self, notices: Iterable[Notice]) -> None:
        for notice in notices:
            self._table.apply(_put(notice))


def notice_write(message: OutboundMessage, receipt: Receipt) -> Write:
    """The notice for a receipt that ended badly, to be written together with it."""
    return _put(
        Notice(
            message_id=message.id,
            link_id=message.link_id,
            conversation_id=message.conversation_id,
            conversation_name=message.conversation_name,
            spoken_at=message.spoken_at,
            text=message.text,
            state=receipt.state,
            reason=receipt.reason or FailureReason.OTHER,
        )
    )


def _put(notice: Notice) -> Write:
    key = keys.notice(notice.link_id, notice.spoken_at, notice.message_id)
    expires_at = int(notice.spoken_at + FORTNIGHT)
    return put({**key, **to_record(notice), "expires_at": expires_at})
