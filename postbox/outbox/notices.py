"""Bad news that waits to be spoken."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, ClassVar

from postbox.frozen import Frozen
from postbox.outbox import version_1
from postbox.outbox.commands import CommandKind, Mention
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from postbox.outbox.unreadable import UnreadableReceipt
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, Write, put, update
from postbox.store.keys import DAY, FORTNIGHT
from postbox.store.table import Table


class Notice(Frozen, kw_only=True):
    """Bad news of a command, to be spoken to its speaker once."""

    VERSION: ClassVar[int] = 2

    command_id: str
    kind: CommandKind | None
    """None where a version wrote it that did not know the kind."""
    link_id: str
    conversation_id: str
    conversation_name: str
    spoken_at: float
    state: DeliveryState
    reason: FailureReason
    text: str = ""
    """What the speaker may want to send again; empty where there is nothing, or nobody knows."""
    mentions: tuple[Mention, ...] = ()

    @classmethod
    def upgraded(cls, record: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a record of version 1 as one of version 2."""
        return version_1.notice(record)


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
        items = self._items(link_id)
        return list(self._read(i for i in items if i.get("told_by", request_id) == request_id))

    def last_told(self, link_id: str) -> Notice | None:
        """Return the notice that this speaker was told last, within a day, or None.

        Only one of a message counts, or one that holds something to be sent.
        """
        told = sorted(
            (item for item in self._items(link_id) if "told_at" in item),
            key=_told_at,
            reverse=True,
        )
        for notice in self._read(told):
            if notice.text or notice.kind is CommandKind.SEND_MESSAGE:
                return notice
        return None

    def tell(
        self, notices: Iterable[Notice], *, request_id: str, session_id: str, now: float
    ) -> None:
        """Record that an answer spoke these; a day later they are forgotten."""
        told = {"told_by": request_id, "told_in": session_id, "told_at": now}
        for notice in notices:
            changes = {**told, "expires_at": int(now + DAY)}
            try:
                self._table.apply(update(_key(notice), changes, "attribute_exists(pk)"))
            except ConditionFailed:
                continue

    def take_back(self, link_id: str, session_id: str, accepted: str | None) -> None:
        """Make untold again what a session told after the last request that a device accepted."""
        told = [
            item
            for item in self._items(link_id)
            if item.get("told_in") == session_id and item.get("told_by") != accepted
        ]
        for notice in self._read(told):
            self._table.apply(_put(notice))

    def _items(self, link_id: str) -> Iterator[Item]:
        return self._table.query(keys.link_partition(link_id), "NOTICE#")

    def _read(self, items: Iterable[Item]) -> Iterator[Notice]:
        return self._table.sift("Notice", lambda item: from_record(Notice, item), items)


def _told_at(item: Item) -> float:
    """Return when it was told; what is not a moment is long ago."""
    told_at = item["told_at"]
    return float(told_at) if isinstance(told_at, Decimal) else 0.0


def notice_write(receipt: Receipt, text: str = "", mentions: tuple[Mention, ...] = ()) -> Write:
    """The notice for a receipt that ended badly, to be written together with it.

    The text, with its mentions, is what the speaker may want to send again.
    """
    return _put(
        Notice(
            command_id=receipt.command_id,
            kind=receipt.kind,
            link_id=receipt.link_id,
            conversation_id=receipt.conversation_id,
            conversation_name=receipt.conversation_name,
            spoken_at=receipt.spoken_at,
            state=receipt.state,
            reason=receipt.reason or FailureReason.OTHER,
            text=text,
            mentions=mentions,
        )
    )


def doubt_write(unreadable: UnreadableReceipt, text: str = "") -> Write:
    """The notice for a receipt that nobody can read: nobody knows what came of the command."""
    return _put(
        Notice(
            command_id=unreadable.command_id,
            kind=unreadable.kind,
            link_id=unreadable.link_id,
            conversation_id=unreadable.conversation_id,
            conversation_name=unreadable.conversation_name,
            spoken_at=unreadable.spoken_at,
            state=DeliveryState.DOUBTFUL,
            reason=FailureReason.UNCONFIRMED,
            text=text,
        )
    )


def _put(notice: Notice) -> Write:
    expires_at = int(notice.spoken_at + FORTNIGHT)
    return put({**_key(notice), **to_record(notice), "expires_at": expires_at})


def _key(notice: Notice) -> keys.Key:
    return keys.notice(notice.link_id, notice.spoken_at, notice.command_id)
