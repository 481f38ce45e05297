"""The one DynamoDB table, with AWS's errors translated once."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from botocore.exceptions import BotoCoreError, ClientError

from postbox.store.errors import ConditionFailed, MailboxError, MailboxUnavailable, NotStorable
from postbox.store.items import Item, Write, decode, delete, encode
from postbox.store.keys import Key

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Aside = Callable[[str, str], None]
"""Told of the kind of an item that could not be read, and why; never what it holds."""
T = TypeVar("T")

MOST_TOGETHER = 100
"""DynamoDB writes no more items in one transaction."""
TRIES_AT_ONCE = 3
"""So often a write is made that met another one of the same moment."""
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between asking again for what a batch left out; then the table counts as unavailable
(https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html)."""
_BROKEN = (
    MailboxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    OSError,
    EOFError,
    zlib.error,
)
"""What reading an item may raise that is not as it should be; one may also be compressed."""

_FOR_GOOD = {"ValidationException", "ValidationError", "ItemCollectionSizeLimitExceeded"}


class _Conflict(MailboxUnavailable):
    """Another transaction had one of the items in hand; nothing was written."""


class Table:
    """Reads and conditional writes on the mailbox's table; all reads are consistent."""

    def __init__(
        self,
        client: "DynamoDBClient",
        name: str,
        on_unavailable: Callable[[MailboxUnavailable], None] = lambda _trouble: None,
        *,
        aside: Aside = lambda _kind, _why: None,
        sleep: Callable[[float], None] = lambda _seconds: None,
    ) -> None:
        """Use this client on the table of this name.

        Args:
            client: DynamoDB's.
            name: the table's.
            on_unavailable: told of calls that AWS did not answer.
            aside: told of each item that `sift` sets aside.
            sleep: waits so many seconds.
        """
        self._client = client
        self._name = name
        self._on_unavailable = on_unavailable
        self.aside = aside
        self._sleep = sleep

    def sift(self, kind: str, read: Callable[[Item], T], items: Iterable[Item]) -> Iterator[T]:
        """Yield what can be read of these items; each of the others is set aside by itself.

        `kind` is what they are, for the person who runs Earshot.
        """
        for item in items:
            try:
                found = read(item)
            except _BROKEN as error:
                # Others may quote the item; a record's own error says the field and no more.
                is_own = isinstance(error, MailboxError)
                self.aside(kind, str(error) if is_own else type(error).__name__)
            else:
                yield found

    def sift_one(self, kind: str, read: Callable[[Item], T], item: Item | None) -> T | None:
        """Return an item as it is read, None where there is none or it had to be set aside."""
        return next(self.sift(kind, read, [item] if item is not None else []), None)

    def get(self, key: Key) -> Item | None:
        """Return the item at this key, or None."""
        answer = self._call(
            "get_item", {"TableName": self._name, "Key": encode(key), "ConsistentRead": True}
        )
        return decode(answer["Item"]) if "Item" in answer else None

    def get_many(self, keys: Sequence[Key]) -> list[Item]:
        """Return those items that exist, in no particular order."""
        found: list[Item] = []
        for start in range(0, len(keys), 100):
            wanted = [encode(key) for key in keys[start : start + 100]]
            found += self._batch({self._name: {"Keys": wanted, "ConsistentRead": True}})
        return found

    def _batch(self, asked: dict[str, Any]) -> list[Item]:
        found: list[Item] = []
        for pause in (*PAUSES, None):
            answer = self._call("batch_get_item", {"RequestItems": asked})
            found += [decode(item) for item in answer["Responses"].get(self._name, [])]
            asked = answer.get("UnprocessedKeys", {})
            if not asked:
                return found
            if pause is not None:
                self._sleep(pause)
        raise MailboxUnavailable("batch_get_item: left out again and again")

    def query(self, partition: str, prefix: str, *, newest_first: bool = False) -> Iterator[Item]:
        """Yield the partition's items whose sort key begins so, page by page as they are used."""
        values = {":partition": partition, ":prefix": prefix}
        condition = "pk = :partition AND begins_with(sk, :prefix)"
        yield from self._query(condition, values, newest_first=newest_first)

    def between(
        self,
        partition: str,
        first: str,
        last: str,
        *,
        newest_first: bool = False,
        most: int | None = None,
    ) -> Iterator[Item]:
        """Yield the partition's items with `first` <= sort key <= `last`, at most so many.

        No more than `most` are read from the table.
        """
        found = self.pages(partition, first, last, newest_first=newest_first, size=most)
        yield from found if most is None else islice(found, most)

    def pages(
        self,
        partition: str,
        first: str,
        last: str,
        *,
        newest_first: bool = False,
        size: int | None = None,
    ) -> Iterator[Item]:
        """Yield the same without end, so many of them read at a time, as they are used."""
        values = {":partition": partition, ":first": first, ":last": last}
        condition = "pk = :partition AND sk BETWEEN :first AND :last"
        yield from self._query(condition, values, newest_first=newest_first, size=size)

    def _query(
        self,
        condition: str,
        values: Mapping[str, str],
        *,
        newest_first: bool,
        size: int | None = None,
    ) -> Iterator[Item]:
        request: dict[str, Any] = {
            "TableName": self._name,
            "KeyConditionExpression": condition,
            "ExpressionAttributeValues": encode(values),
            "ConsistentRead": True,
            "ScanIndexForward": not newest_first,
            **({"Limit": size} if size else {}),
        }
        while True:
            page = self._call("query", request)
            yield from map(decode, page["Items"])
            if "LastEvaluatedKey" not in page:
                return
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def keys_in(self, partition: str, most: int) -> list[Key]:
        """Return the keys of a partition's first items, at most so many."""
        found = self.between(partition, " ", "\U0010ffff", most=most)
        return [{"pk": str(item["pk"]), "sk": str(item["sk"])} for item in found]

    def delete_all(self, keys: Sequence[Key]) -> None:
        """Remove items, at most as many as one transaction takes."""
        self.apply(*map(delete, keys))

    def apply(self, *writes: Write) -> None:
        """Carry out all writes or none; ConditionFailed when any condition does not hold."""
        for _ in range(TRIES_AT_ONCE - 1):
            try:
                return self._apply(writes)
            except _Conflict:
                continue
        return self._apply(writes)

    def apply_all(self, writes: Sequence[Write]) -> None:
        """Carry out writes without conditions, as many at once as DynamoDB takes."""
        for start in range(0, len(writes), MOST_TOGETHER):
            self.apply(*writes[start : start + MOST_TOGETHER])

    def _apply(self, writes: Sequence[Write]) -> None:
        if len(writes) == 1:
            ((kind, request),) = writes[0].items()
            self._call(f"{kind.lower()}_item", {"TableName": self._name, **request})
            return
        named = [
            {kind: {"TableName": self._name, **request}}
            for write in writes
            for kind, request in write.items()
        ]
        self._call("transact_write_items", {"TransactItems": named})

    def _call(self, operation: str, request: Mapping[str, Any]) -> Any:
        try:
            return getattr(self._client, operation)(**request)
        except (ClientError, BotoCoreError) as error:
            trouble = _translated(error, operation)
            if isinstance(trouble, MailboxUnavailable) and not isinstance(trouble, _Conflict):
                self._on_unavailable(trouble)
            raise trouble from error


def _translated(error: ClientError | BotoCoreError, operation: str) -> Exception:
    if isinstance(error, BotoCoreError):
        return MailboxUnavailable(f"{operation}: {type(error).__name__}")
    code = error.response.get("Error", {}).get("Code", "")
    if code == "ConditionalCheckFailedException":
        return ConditionFailed(operation)
    if code == "TransactionCanceledException":
        reasons = {reason.get("Code") for reason in error.response.get("CancellationReasons", [])}
        if "ConditionalCheckFailed" in reasons:
            return ConditionFailed(operation)
        if "TransactionConflict" in reasons:
            return _Conflict(operation)
        if reasons & _FOR_GOOD:
            return NotStorable(operation)
    if code == "TransactionConflictException":
        return _Conflict(operation)
    if code in _FOR_GOOD:
        return NotStorable(f"{operation}: {code}")
    return MailboxUnavailable(f"{operation}: {code}")
