"""Dataclasses to plain records and back, losing no field.

A record is a flat mapping of JSON values with the class's fields and a `version`. Readers ignore
fields they do not know, so that a newer writer can add one; they refuse a version they do not know.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import (
    Any,
    ClassVar,
    Protocol,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

from postbox.store.errors import MalformedRecord


class Record(Protocol):
    """A dataclass with a class-level version of its shape."""

    VERSION: ClassVar[int]
    __dataclass_fields__: ClassVar[dict[str, Any]]


R = TypeVar("R", bound=Record)


def to_record(message: Record) -> dict[str, Any]:
    """Return the message as a flat mapping of JSON values."""
    record: dict[str, Any] = {"version": message.VERSION}
    for field in fields(message):
        value = getattr(message, field.name)
        record[field.name] = list(value) if isinstance(value, tuple) else value
    return record


def from_record(kind: type[R], record: Mapping[str, Any]) -> R:
    """Build a message of this kind, or raise MalformedRecord naming the field at fault."""
    if record.get("version") != kind.VERSION:
        found = record.get("version")
        told = found if isinstance(found, int | Decimal) else type(found).__name__
        raise MalformedRecord(f"{kind.__name__}: version {told}, not {kind.VERSION}")
    hints = _hints(kind)
    values = {}
    for field in fields(kind):
        if field.name in record:
            values[field.name] = _read(kind, field.name, hints[field.name], record[field.name])
        elif field.default is MISSING:
            raise MalformedRecord(f"{kind.__name__}: field {field.name!r} is missing")
    return kind(**values)


def to_json(message: Record) -> str:
    """Return the message as one line of JSON."""
    return json.dumps(to_record(message), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[R], text: str) -> R:
    """Read a message of this kind from JSON, or raise MalformedRecord."""
    try:
        record = json.loads(text)
    except ValueError as error:
        raise MalformedRecord(f"{kind.__name__}: not JSON") from error
    if not isinstance(record, dict):
        raise MalformedRecord(f"{kind.__name__}: not an object")
    return from_record(kind, record)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: type, name: str, hint: Any, value: Any) -> Any:
    wanted = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if value is None and NoneType in wanted:
        return None
    for option in wanted:
        if get_origin(option) is tuple and isinstance(value, list | tuple):
            return tuple(value)
        if option is float and isinstance(value, int | float | Decimal):
            return float(value)
        if option is int and isinstance(value, int | Decimal) and value == int(value):
            return int(value)
        if isinstance(option, type) and issubclass(option, str) and isinstance(value, str):
            return _text(kind, name, option, value)
        if option is bool and isinstance(value, bool):
            return value
    raise MalformedRecord(f"{kind.__name__}: field {name!r} is not {hint}")


def _text(kind: type, name: str, option: type[str], value: str) -> str:
    try:
        return option(value)
    except ValueError as error:
        raise MalformedRecord(f"{kind.__name__}: field {name!r} is no {option.__name__}") from error
