"""DynamoDB's values, compared, measured and written out straight away where they are plain."""

from collections.abc import Mapping
from typing import Any

from moto.core.serialize import AttributePickerContext, XFormedAttributePicker
from moto.dynamodb.exceptions import ItemSizeTooLarge
from moto.dynamodb.models.dynamo_type import DDBType, DynamoType, Item, LimitedSizeDict
from moto.dynamodb.models.utilities import bytesize, dynamo_to_dict

MOST_BYTES = 405_000
"""moto's bound for an item."""
_PLAIN = frozenset([DDBType.STRING, DDBType.BINARY, DDBType.BOOLEAN])
_AS_HELD = frozenset([DDBType.STRING, DDBType.NUMBER, DDBType.BOOLEAN, DDBType.NULL])
_WITHIN = frozenset([DDBType.LIST, DDBType.MAP])

_pick = XFormedAttributePicker.__call__
_size = DynamoType.size


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


def _less(one: DynamoType, other: DynamoType) -> bool:
    if one.type in _PLAIN and other.type in _PLAIN:
        return bool(one.value < other.value)
    return bool(one.cast_value < other.cast_value)


def _bytes(value: DynamoType) -> int:
    """Return how long a value is, text straight away."""
    if value.type != DDBType.STRING:
        return _size(value)
    text = value.value
    return len(text) if type(text) is str and text.isascii() else bytesize(text)


def _item_bytes(item: Item) -> int:
    return sum(bytesize(name) + _bytes(value) for name, value in item.attrs.items())


def _new_item(
    item: Item, hash_key: DynamoType, range_key: DynamoType | None, attrs: Mapping[str, Any]
) -> None:
    """Make an item, and look once whether it is too large, where moto adds up at each attribute."""
    item.hash_key, item.range_key = hash_key, range_key
    item.attrs = LimitedSizeDict()
    dict.update(item.attrs, {name: DynamoType(value) for name, value in attrs.items()})
    if _item_bytes(item) > MOST_BYTES:
        raise ItemSizeTooLarge


def _written(value: Any) -> Any:
    """Return plain values of what moto holds: new containers, bytes as they were given."""
    kind = type(value)
    if kind is DynamoType:
        if value.type in _AS_HELD:
            return {value.type: value.value}
        return (
            {value.type: _written(value.value)} if value.type in _WITHIN else dynamo_to_dict(value)
        )
    if kind is dict or kind is LimitedSizeDict:
        return {name: _written(inner) for name, inner in value.items()}
    if kind is list:
        return [_written(inner) for inner in value]
    if kind is str:
        return value
    return dynamo_to_dict(value)


PATCHES: Mapping[str, Any] = {
    "moto.core.serialize.XFormedAttributePicker.__call__": _picked,
    "moto.dynamodb.models.dynamo_type.DynamoType.__eq__": _equal,
    "moto.dynamodb.models.dynamo_type.DynamoType.__ne__": _unequal,
    "moto.dynamodb.models.dynamo_type.DynamoType.__lt__": _less,
    "moto.dynamodb.models.dynamo_type.DynamoType.size": _bytes,
    "moto.dynamodb.models.dynamo_type.Item.__init__": _new_item,
    "moto.dynamodb.models.dynamo_type.Item.size": _item_bytes,
    "moto.dynamodb.responses.dynamo_to_dict": _written,
}
