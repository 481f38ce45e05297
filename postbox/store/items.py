"""Items of the table: values as DynamoDB has them, and the writes that a transaction is made of.

Expressions name attributes as `#name` and values as `:name`; the names need no declaring.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

from postbox.store.errors import NotStorable
from postbox.store.keys import Key
from postbox.store.text import storable

Item = dict[str, Any]
Write = dict[str, Any]

_serializer = TypeSerializer()
_deserializer = TypeDeserializer()


def put(item: Item, condition: str = "", values: Mapping[str, Any] | None = None) -> Write:
    """Write a whole item."""
    return {"Put": {"Item": encode(item), **_conditional(condition, values)}}


def delete(key: Key, condition: str = "", values: Mapping[str, Any] | None = None) -> Write:
    """Remove an item."""
    return {"Delete": {"Key": encode(key), **_conditional(condition, values)}}


def update(key: Key, changes: Mapping[str, Any], condition: str = "", **values: object) -> Write:
    """Change attributes of an item, creating it where it does not exist."""
    expression = "SET " + ", ".join(f"#{name} = :new_{name}" for name in changes)
    given = {f":new_{name}": value for name, value in changes.items()}
    given |= {f":{name}": value for name, value in values.items()}
    request = _conditional(condition, given, expression)
    return {"Update": {"Key": encode(key), "UpdateExpression": expression, **request}}


def unchanged(revision: int) -> tuple[str, dict[str, Any]]:
    """Return the condition that an item is still of this revision, and its values."""
    return "#revision = :revision", {":revision": revision}


def encode(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return attributes as DynamoDB has them, or raise NotStorable."""
    try:
        return {name: _serializer.serialize(_storable(value)) for name, value in item.items()}
    except (TypeError, ArithmeticError) as error:
        raise NotStorable(type(error).__name__) from None


def decode(item: Mapping[str, Any]) -> Item:
    """Return an item as plain values; numbers are Decimal."""
    return {name: _deserializer.deserialize(value) for name, value in item.items()}


def text_in(item: Item, name: str) -> str:
    """Return a text attribute, or raise KeyError or TypeError: what is no text is nobody's id."""
    value = item[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def _conditional(
    condition: str, values: Mapping[str, Any] | None, other_expression: str = ""
) -> dict[str, Any]:
    request: dict[str, Any] = {}
    if condition:
        request["ConditionExpression"] = condition
    if names := set(re.findall(r"#(\w+)", f"{condition} {other_expression}")):
        request["ExpressionAttributeNames"] = {f"#{name}": name for name in names}
    if values:
        request["ExpressionAttributeValues"] = encode(values)
    return request


def _storable(value: Any) -> Any:
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, str):
        # A str also of a StrEnum.
        return storable(str(value))
    if isinstance(value, list | tuple):
        return [_storable(inner) for inner in value]
    if isinstance(value, Mapping):
        return {name: _storable(inner) for name, inner in value.items()}
    return value
