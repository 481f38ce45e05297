"""moto made faster where it does the same thing over and over; it answers and stores the same.

What stands here took most of the time of a test that needs a table.
"""

import copy
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any
from unittest.mock import patch

from moto.core.serialize import AttributePickerContext, XFormedAttributePicker
from moto.core.utils import camelcase_to_underscores, method_names_from_class
from moto.dynamodb.exceptions import ItemSizeTooLarge
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DDBType, DynamoType, Item, LimitedSizeDict
from moto.dynamodb.models.table import Table
from moto.dynamodb.models.utilities import bytesize

MOST_BYTES = 405_000
"""moto's bound for an item."""
_PLAIN = frozenset([DDBType.STRING, DDBType.BINARY, DDBType.BOOLEAN])

_method_names = cache(method_names_from_class)
_with_underscores = cache(camelcase_to_underscores)
_pick = XFormedAttributePicker.__call__
_size = DynamoType.size
_update_item = DynamoDBBackend.update_item
_transact = DynamoDBBackend.transact_write_items
_taken: ContextVar[dict[int, Table] | None] = ContextVar("taken", default=None)
"""The snapshots of the transaction under way, by the table."""


@contextmanager
def faster() -> Iterator[None]:
    """Let moto be as fast as it can be while this is open."""
    with ExitStack() as patches:
        for what, instead in _PATCHES.items():
            patches.enter_context(patch(what, instead))
        yield


def _picked(picker: XFormedAttributePicker, context: AttributePickerContext) -> Any:
    """Return a member of an answer; one of a DynamoDB value has its own name or is not there."""
    parent = getattr(context.shape, "parent", None)
    if type(context.obj) is dict and parent is not None and parent.name == "AttributeValue":
        return context.obj.get(context.key)
    return _pick(picker, context)


def _equal(one: DynamoType, other: DynamoType) -> bool:
    """Compare two values, text as it is."""
    if one.type != other.type:
        return False
    if one.type in _PLAIN:
        return bool(one.value == other.value)
    return bool(one.cast_value == other.cast_value)


def _unequal(one: DynamoType, other: DynamoType) -> bool:
    return not _equal(one, other)


def _bytes(value: DynamoType) -> int:
    """Return how long a value is, text straight away."""
    return bytesize(value.value) if value.type == DDBType.STRING else _size(value)


def _new_item(
    item: Item, hash_key: DynamoType, range_key: DynamoType | None, attrs: Mapping[str, Any]
) -> None:
    """Make an item, and look once whether it is too large, where moto adds up at each attribute."""
    item.hash_key, item.range_key = hash_key, range_key
    values = {name: DynamoType(value) for name, value in attrs.items()}
    if sum(bytesize(name) + value.size() for name, value in values.items()) > MOST_BYTES:
        raise ItemSizeTooLarge
    item.attrs = LimitedSizeDict()
    dict.update(item.attrs, values)


def _updated(backend: DynamoDBBackend, table_name: str, key: Any, *args: Any, **named: Any) -> Item:
    """Update a copy of the item, so that whoever holds the old one has it as it was."""
    table = backend.get_table(table_name)
    item = backend.get_item(table_name, key)
    if item is not None and item.range_key is not None:
        table.items[item.hash_key][item.range_key] = copy.deepcopy(item)
    return _update_item(backend, table_name, key, *args, **named)


def _transacted(backend: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
    """Carry out a transaction; moto copies the table for each of its writes before the first."""
    token = _taken.set({})
    try:
        _transact(backend, transact_items)
    finally:
        _taken.reset(token)


class _Snapshots:
    """Takes the place of `copy` in moto's backend: a table's copy shares its items.

    Items are not changed once they are stored (`_updated`), so that the old ones are all it takes
    to go back; and one copy serves a whole transaction.
    """

    def deepcopy(self, value: Any) -> Any:
        """Return a copy."""
        if not isinstance(value, Table):
            return copy.deepcopy(value)
        taken = _taken.get()
        if taken is None:
            return _snapshot(value)
        if id(value) not in taken:
            taken[id(value)] = _snapshot(value)
        return taken[id(value)]

    def __getattr__(self, name: str) -> Any:
        return getattr(copy, name)


def _snapshot(table: Table) -> Table:
    twin = copy.copy(table)
    twin.items = copy.copy(table.items)
    for partition, items in table.items.items():
        twin.items[partition] = copy.copy(items)
    return twin


class _Found:
    """Takes the place of `copy` in moto's table: what was found is written out, not changed."""

    def deepcopy(self, value: Any) -> Any:
        """Return a copy, of found items a list of the same ones."""
        if isinstance(value, list) and all(isinstance(item, Item) for item in value):
            return list(value)
        return copy.deepcopy(value)

    def __getattr__(self, name: str) -> Any:
        return getattr(copy, name)


_PATCHES: Mapping[str, Any] = {
    # At each call moto looks a whole class through, and for each attribute in ten places.
    "moto.core.responses.method_names_from_class": _method_names,
    "moto.core.serialize.XFormedAttributePicker.__call__": _picked,
    "moto.sqs.models.camelcase_to_underscores": _with_underscores,
    # Made for `requests`, by which nothing here speaks with AWS.
    "moto.core.models.RESPONSES_METHODS": (),
    "moto.dynamodb.models.DynamoDBBackend.update_item": _updated,
    "moto.dynamodb.models.DynamoDBBackend.transact_write_items": _transacted,
    "moto.dynamodb.models.copy": _Snapshots(),
    "moto.dynamodb.models.table.copy": _Found(),
    "moto.dynamodb.models.dynamo_type.DynamoType.__eq__": _equal,
    "moto.dynamodb.models.dynamo_type.DynamoType.__ne__": _unequal,
    "moto.dynamodb.models.dynamo_type.DynamoType.size": _bytes,
    "moto.dynamodb.models.dynamo_type.Item.__init__": _new_item,
}
