"""A table that looks a partition through, and goes back to what it was, without copying itself."""

import copy
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

_query = Table.query
_update_item = DynamoDBBackend.update_item
_transact = DynamoDBBackend.transact_write_items


@dataclass
class _Transaction:
    """One that is under way: what it writes, and the tables as they were before."""

    writes: Sequence[Mapping[str, Any]]
    taken: dict[int, Table] = field(default_factory=dict)

    def before(self, table: Table) -> Table:
        """Return a table as it is before the first write."""
        if id(table) not in self.taken:
            self.taken[id(table)] = snapshot(table, self._partitions(table))
        return self.taken[id(table)]

    def _partitions(self, table: Table) -> set[DynamoType]:
        operations = [operation for write in self.writes for operation in write.values()]
        keys = [operation.get("Key") or operation.get("Item") or {} for operation in operations]
        return {DynamoType(key[table.hash_key_attr]) for key in keys if table.hash_key_attr in key}


_under_way: ContextVar[_Transaction | None] = ContextVar("under_way", default=None)


def snapshot(table: Table, changing: Iterable[DynamoType] | None = None) -> Table:
    """Return a table that goes on holding what this one holds now.

    Items are not changed once they are stored (`_updated`), so that both may hold the same ones.
    Where only some partitions will change, both hold the others as they are.
    """
    twin = copy.copy(table)
    twin.items = copy.copy(table.items)
    for partition in table.items if changing is None else changing:
        if partition in table.items:
            twin.items[partition] = copy.copy(table.items[partition])
    return twin


def _queried(table: Table, hash_key: DynamoType | None, *args: Any, **named: Any) -> Any:
    """Look a partition through, where moto sorts the whole table first."""
    index_name = named.get("index_name", args[6] if len(args) > 6 else None)
    if hash_key is None or index_name is not None or not table.range_key_attr:
        return _query(table, hash_key, *args, **named)
    partition: Any = copy.copy(table)
    items: Any = table.items.get(hash_key, {})
    partition.all_items = lambda: list(items.values())
    return _query(partition, hash_key, *args, **named)


def _updated(backend: DynamoDBBackend, table_name: str, key: Any, *args: Any, **named: Any) -> Item:
    """Update a copy of the item, so that whoever holds the old one has it as it was."""
    table = backend.get_table(table_name)
    item = backend.get_item(table_name, key)
    if item is not None and item.range_key is not None:
        table.items[item.hash_key][item.range_key] = copy.deepcopy(item)
    return _update_item(backend, table_name, key, *args, **named)


def _transacted(backend: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
    """Carry out a transaction; moto copies the table for each of its writes before the first."""
    token = _under_way.set(_Transaction(transact_items))
    try:
        _transact(backend, transact_items)
    finally:
        _under_way.reset(token)


class _Snapshots:
    """Takes the place of `copy` in moto's backend: one snapshot serves a whole transaction."""

    def deepcopy(self, value: Any) -> Any:
        """Return a copy."""
        if not isinstance(value, Table):
            return copy.deepcopy(value)
        transaction = _under_way.get()
        return transaction.before(value) if transaction else snapshot(value)

    def __getattr__(self, name: str) -> Any:
        return getattr(copy, name)


class _Found:
    """Takes the place of `copy` in moto's table: what was found is written out, not changed."""

    def deepcopy(self, value: Any) -> Any:
        """Return a copy, of found items a list of the same ones."""
        if isinstance(value, list) and all(isinstance(item, Item) for item in value):
            return list(value)
        return copy.deepcopy(value)

    def __getattr__(self, name: str) -> Any:
        return getattr(copy, name)


PATCHES: Mapping[str, Any] = {
    "moto.dynamodb.models.DynamoDBBackend.update_item": _updated,
    "moto.dynamodb.models.DynamoDBBackend.transact_write_items": _transacted,
    "moto.dynamodb.models.copy": _Snapshots(),
    "moto.dynamodb.models.table.Table.query": _queried,
    "moto.dynamodb.models.table.copy": _Found(),
}
