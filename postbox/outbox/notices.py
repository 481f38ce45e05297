"""Bad news that waits to be spoken."""

from collections.abc import Iterable, Iterator

from postbox.outbox.action import ActionReceipt, ActionState
from postbox.outbox.receipt import DeliveryState, FailureReason, Notice, Receipt
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.expiry import DAY, FORTNIGHT
from postbox.store.table import Item, Table, Write, put, update


class Notices:
    """What speakers still have to be told."""

    def __init__(self, table: Table) -> None:
        """Keep notices in this table."""
        self._table = table

    def untold(self, link_id: str, request_id: str) -> list[Notice]:
        """Return what this speaker was not told yet, oldest first.

        What this very request told counts as untold: Alexa repeats a request that it missed the
        answer of.
        """
        return [
            from_record(Notice, item)
            for item in self._items(link_id)
            if item.get("told_by", request_id) == request_id
        ]

    def last_told(self, link_id: str) -> Notice | None:
        """Return the notice that this speaker was told last, within a day, or None.

        One of an action counts only where it holds something to be sent.
        """
        told = [
            item
            for item in self._items(link_id)
            if "told_at" in item and (item["text"] or not item.get("action"))
        ]
        return from_record(Notice, max(told, key=lambda item: item["told_at"])) if told else None

    def tell(
        self, notices: Iterable[Notice], *, request_id: str, session_id: str, now: float
    ) -> None:
        """Record that an answer spoke these; a day later they are forgotten."""
        told = {"told_by": request_id, "told_in": session_id, "told_at": now}
        for notice in notices:
            key = keys.notice(notice.link_id, notice.spoken_at, notice.message_id)
            changes = {**told, "expires_at": int(now + DAY)}
            try:
                self._table.apply(update(key, changes, "attribute_exists(pk)"))
            except ConditionFailed:
                continue

    def take_back(self, link_id: str, session_id: str, accepted: str | None) -> None:
        """Make untold again what a session told after the last request that a device accepted."""
        for item in self._items(link_id):
            if item.get("told_in") == session_id and item.get("told_by") != accepted:
                self._table.apply(_put(from_record(Notice, item)))

    def _items(self, link_id: str) -> Iterator[Item]:
        return self._table.query(keys.link_partition(link_id), "NOTICE#")


def notice_write(receipt: Receipt, text: str, mentions: tuple[str, ...] = ()) -> Write:
    """The notice for a receipt that ended badly, to be written together with it.

    The text, with its mentions, is what the speaker may want to send again; empty where it is not
    at hand.
    """
    return _put(
        Notice(
            message_id=receipt.message_id,
            link_id=receipt.link_id,
            conversation_id=receipt.conversation_id,
            conversation_name=receipt.conversation_name,
            spoken_at=receipt.spoken_at,
            text=text,
            state=receipt.state,
            reason=receipt.reason or FailureReason.OTHER,
            mentions=mentions,
        )
    )


def action_notice_write(
    action_receipt: ActionReceipt, text: str = "", mentions: tuple[str, ...] = ()
) -> Write:
    """The notice for an action that ended badly, to be written together with its receipt.

    A text is given where the speaker may want to send it now.
    """
    is_doubtful = action_receipt.state is ActionState.DOUBTFUL
    return _put(
        Notice(
            message_id=action_receipt.action_id,
            link_id=action_receipt.link_id,
            conversation_id=action_receipt.conversation_id,
            conversation_name=action_receipt.conversation_name,
            spoken_at=action_receipt.spoken_at,
            text=text,
            state=DeliveryState.DOUBTFUL if is_doubtful else DeliveryState.FAILED,
            reason=action_receipt.reason or FailureReason.OTHER,
            mentions=mentions,
            action=action_receipt.kind,
        )
    )


def _put(notice: Notice) -> Write:
    key = keys.notice(notice.link_id, notice.spoken_at, notice.message_id)
    expires_at = int(notice.spoken_at + FORTNIGHT)
    return put({**key, **to_record(notice), "expires_at": expires_at})
