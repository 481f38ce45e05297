"""Dataclasses to plain records and back, losing no field.

A record is a mapping of JSON values with the class's fields, a `version`, and a `kind` where the
class is one of a union; dataclasses within it are mappings of their fields. Readers ignore fields
that they do not know, so that a newer writer can add one, and check every value and element.

A version is read by the next one, too: a class that changes its shape says in `upgraded` how a
record of the version before becomes one of its own. A newer one is told apart (NewerRecord) from
what nobody will ever read (MalformedRecord).
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache, partial
from math import isfinite
from types import NoneType, UnionType
from typing import (
    Any,
    ClassVar,
    NamedTuple,
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
_Reader = Callable[[str, Any], Any]
"""Reads a value, whose place it is told for what it says when it cannot."""


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


def _built(where: str, kind: type, record: Mapping[str, Any]) -> Any:
    values = {}
    for field in _fields_of(kind):
        value = record.get(field.name, MISSING)
        if value is MISSING:
            if field.is_required:
                raise MalformedRecord(f"{where}: field {field.name!r} is missing")
        elif field.is_text and type(value) is str:
            values[field.name] = value
        else:
            values[field.name] = field.read(f"{where}: field {field.name!r}", value)
    return kind(**values)


class _Field(NamedTuple):
    """How a field is read; made out once for a class, of which many are read."""

    name: str
    is_required: bool
    is_text: bool
    """Whether any text is right as it is."""
    read: _Reader


@cache
def _fields_of(kind: type) -> tuple[_Field, ...]:
    hints = get_type_hints(kind)
    return tuple(
        _Field(
            field.name,
            field.default is MISSING,
            next(
                (option is str for option in _options(hints[field.name]) if _is_str(option)), False
            ),
            _reader(hints[field.name]),
        )
        for field in fields(kind)
    )


def _options(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if isinstance(hint, UnionType) else (hint,)


def _is_str(option: Any) -> bool:
    return isinstance(option, type) and issubclass(option, str)


@cache
def _reader(hint: Any) -> _Reader:
    """Return what reads a value of this type, or raises MalformedRecord."""
    may_be_none = NoneType in _options(hint)
    fitters = tuple(map(_fitter, _options(hint)))

    def read(where: str, value: Any) -> Any:
        if value is None and may_be_none:
            return None
        for fitter in fitters:
            fitted = fitter(where, value)
            if fitted is not _MISFIT:
                return fitted
        raise MalformedRecord(f"{where} is not {hint}")

    return read


def _fitter(option: Any) -> _Reader:
    """Return what makes a value one of this type, or _MISFIT of it."""
    if get_origin(option) is tuple:
        return _elements(get_args(option))
    if is_dataclass(option) and isinstance(option, type):
        return partial(_inner, option)
    if option is Any:
        return lambda _where, value: _json(value)
    if option is bool:
        return lambda _where, value: value if isinstance(value, bool) else _MISFIT
    if option in (int, float):
        return lambda _where, value: _number(option, value)
    if _is_str(option):
        return partial(_text, option)
    return lambda _where, _value: _MISFIT


def _inner(kind: type, where: str, value: Any) -> Any:
    return _built(where, kind, value) if isinstance(value, Mapping) else _MISFIT


def _elements(hints: tuple[Any, ...]) -> _Reader:
    of_any_length = hints[-1:] == (Ellipsis,)
    readers = tuple(map(_reader, hints[:1] if of_any_length else hints))

    def read(where: str, value: Any) -> Any:
        if not isinstance(value, list | tuple):
            return _MISFIT
        if of_any_length:
            return tuple(readers[0](where, element) for element in value)
        if len(readers) != len(value):
            return _MISFIT
        return tuple(reader(where, element) for reader, element in zip(readers, value, strict=True))

    return read


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


def _text(option: type[str], where: str, value: Any) -> Any:
    if not isinstance(value, str):
        return _MISFIT
    try:
        return option(value)
    except ValueError as error:
        raise MalformedRecord(f"{where} is no {option.__name__}") from error
