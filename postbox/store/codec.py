"""Dataclasses to plain records and back, losing no field.

A record is a mapping of JSON values with the class's fields, a `version`, and a `kind` where the
class is one of a union; dataclasses within it are mappings of their fields. Readers ignore fields
that they do not know, so that a newer writer can add one, and check every value and element.

A version is read by the next one, too: a class that changes its shape says in `upgraded` how a
record of the version before becomes one of its own. A newer one is told apart (NewerRecord) from
what nobody will ever read (MalformedRecord).
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache
from math import isfinite
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

from postbox.store.errors import MalformedRecord, NewerRecord


class Record(Protocol):
    """A dataclass with a class-level version of its shape.

    It may have a class method `upgraded(record)`, which makes a record of VERSION - 1 one of
    VERSION, and a class-level `KIND`, by which it is told from others of its union.
    """

    VERSION: ClassVar[int]
    __dataclass_fields__: ClassVar[dict[str, Any]]


R = TypeVar("R", bound=Record)

_MISFIT = object()


def to_record(message: Record) -> dict[str, Any]:
    """Return the message as a mapping of JSON values."""
    kind = getattr(message, "KIND", None)
    tag = {} if kind is None else {"kind": str(kind)}
    return {"version": message.VERSION, **tag, **_plain_fields(message)}


def from_record(kind: type[R], record: Mapping[str, Any]) -> R:
    """Build a message of this kind, or raise MalformedRecord naming the field at fault."""
    built: R = _built(kind.__name__, kind, _current(kind, record))
    return built


def to_json(message: Record) -> str:
    """Return the message as one line of JSON."""
    return json.dumps(to_record(message), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[R], text: str) -> R:
    """Read a message of this kind from JSON, or raise MalformedRecord."""
    return from_record(kind, record_in(text, kind.__name__))


def record_in(text: str, what: str) -> dict[str, Any]:
    """Return the record that a text holds, or raise MalformedRecord naming what it should be."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MalformedRecord(f"{what}: not JSON") from error
    if not isinstance(record, dict):
        raise MalformedRecord(f"{what}: not an object")
    return record


def is_newer(record: Mapping[str, Any], version: int) -> bool:
    """Whether a record is of a later version than this."""
    found = _number(int, record.get("version"))
    return found is not _MISFIT and found > version


def _current(kind: type[Record], record: Mapping[str, Any]) -> Mapping[str, Any]:
    version = _number(int, record.get("version"))
    upgraded = getattr(kind, "upgraded", None)
    if version == kind.VERSION:
        return record
    if upgraded is not None and version == kind.VERSION - 1:
        current: Mapping[str, Any] = upgraded(record)
        return current
    told = type(record.get("version")).__name__ if version is _MISFIT else version
    problem = f"{kind.__name__}: version {told}, not {kind.VERSION}"
    raise NewerRecord(problem) if is_newer(record, kind.VERSION) else MalformedRecord(problem)


def _plain_fields(message: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(message, field.name)) for field in fields(message)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(element) for element in value]
    return _plain_fields(value) if is_dataclass(value) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _built(where: str, kind: type, record: Mapping[str, Any]) -> Any:
    hints, values = _hints(kind), {}
    for field in fields(kind):
        if field.name in record:
            name = f"{where}: field {field.name!r}"
            values[field.name] = _read(name, hints[field.name], record[field.name])
        elif field.default is MISSING:
            raise MalformedRecord(f"{where}: field {field.name!r} is missing")
    return kind(**values)


def _read(where: str, hint: Any, value: Any) -> Any:
    wanted = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if value is None and NoneType in wanted:
        return None
    for option in wanted:
        fitted = _fitted(where, option, value)
        if fitted is not _MISFIT:
            return fitted
    raise MalformedRecord(f"{where} is not {hint}")


def _fitted(where: str, option: Any, value: Any) -> Any:
    if get_origin(option) is tuple:
        return _elements(where, option, value)
    if is_dataclass(option) and isinstance(option, type):
        return _built(where, option, value) if isinstance(value, Mapping) else _MISFIT
    if option is Any:
        return _json(value)
    if option is bool:
        return value if isinstance(value, bool) else _MISFIT
    if option in (int, float):
        return _number(option, value)
    if isinstance(option, type) and issubclass(option, str) and isinstance(value, str):
        return _text(where, option, value)
    return _MISFIT


def _elements(where: str, option: Any, value: Any) -> Any:
    if not isinstance(value, list | tuple):
        return _MISFIT
    hints = get_args(option)
    if hints[-1:] == (Ellipsis,):
        hints = (hints[0],) * len(value)
    if len(hints) != len(value):
        return _MISFIT
    return tuple(_read(where, hint, element) for hint, element in zip(hints, value, strict=True))


def _json(value: Any) -> Any:
    """Return a JSON value of any shape; whose shape it is reads it further."""
    match value:
        case None | bool() | str():
            return value
        case int() | float() | Decimal():
            whole = _number(int, value)
            return _number(float, value) if whole is _MISFIT else whole
        case list() | tuple():
            read = [_json(element) for element in value]
            return _MISFIT if _MISFIT in read else read
        case dict():
            named = {str(name): _json(element) for name, element in value.items()}
            return _MISFIT if _MISFIT in named.values() else named
    return _MISFIT


def _number(wanted: type[int] | type[float], value: Any) -> Any:
    """Return a finite number; a whole one where whole ones are wanted."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return _MISFIT
    try:
        if not isfinite(float(value)):
            return _MISFIT
    except OverflowError:
        return _MISFIT
    return wanted(value) if wanted is float or value == int(value) else _MISFIT


def _text(where: str, option: type[str], value: str) -> str:
    try:
        return option(value)
    except ValueError as error:
        raise MalformedRecord(f"{where} is no {option.__name__}") from error
