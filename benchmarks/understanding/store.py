"""DynamoDB's client, as far as a directory needs it, on items that are at hand."""

from typing import Any

Item = dict[str, Any]


class StoredItems:
    """Keeps items as DynamoDB does, and counts the reads; network and limits are left out."""

    def __init__(self) -> None:
        """Start empty."""
        self._items: dict[tuple[str, str], Item] = {}
        self.reads = 0

    @property
    def size(self) -> int:
        """Bytes of all binary values."""
        values = (value for item in self._items.values() for value in item.values())
        return sum(len(bytes(value["B"])) for value in values if "B" in value)

    def put_item(self, *, Item: Item, **_: Any) -> None:  # noqa: N803
        """Keep an item."""
        self._items[_key(Item)] = Item

    def get_item(self, *, Key: Item, **_: Any) -> dict[str, Any]:  # noqa: N803
        """Return an item."""
        self.reads += 1
        found = self._items.get(_key(Key))
        return {"Item": found} if found else {}

    def batch_get_item(self, *, RequestItems: dict[str, Any]) -> dict[str, Any]:  # noqa: N803
        """Return several items."""
        self.reads += 1
        found = {
            table: [self._items[_key(key)] for key in asked["Keys"] if _key(key) in self._items]
            for table, asked in RequestItems.items()
        }
        return {"Responses": found}


def _key(item: Item) -> tuple[str, str]:
    return item["pk"]["S"], item["sk"]["S"]
