"""Stored items that count what is read and written, as DynamoDB bills it."""

import math
from typing import Any

from benchmarks.understanding.store import Item, StoredItems

WRITE_UNIT, READ_UNIT = 1024, 4096
"""Bytes (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html)."""


class CountedItems(StoredItems):
    """Keeps items and counts units."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.write_units = self.writes = self.bytes_read = 0

    def count_anew(self) -> None:
        """Forget what was counted."""
        self.write_units = self.writes = self.bytes_read = self.reads = 0

    def put_item(self, *, Item: Item, **_: Any) -> None:  # noqa: N803
        """Keep an item."""
        self.writes += 1
        self.write_units += math.ceil(_bytes(Item) / WRITE_UNIT)
        super().put_item(Item=Item)

    def get_item(self, *, Key: Item, **_: Any) -> dict[str, Any]:  # noqa: N803
        """Return an item."""
        found = super().get_item(Key=Key)
        self.bytes_read += _bytes(found.get("Item", {}))
        return found

    def batch_get_item(self, *, RequestItems: dict[str, Any]) -> dict[str, Any]:  # noqa: N803
        """Return several items."""
        found = super().batch_get_item(RequestItems=RequestItems)
        self.bytes_read += sum(
            _bytes(item) for items in found["Responses"].values() for item in items
        )
        return found


def _bytes(item: Item) -> int:
    return sum(len(name) + len(_content(value)) for name, value in item.items())


def _content(value: dict[str, Any]) -> bytes:
    ((kind, content),) = value.items()
    return bytes(content) if kind == "B" else str(content).encode()
