"""Requests and answers by the shapes of botocore's model, each shape looked at once.

botocore's validator asks each shape anew for everything about it, at each value of each request.
"""

import calendar
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from botocore.model import ListShape, MapShape, Shape, StructureShape
from botocore.utils import is_json_value_header, parse_timestamp

Copy = Callable[[Any], Any]
"""Returns a copy of a value, none of whose containers are the value's own."""

_SCALARS: Mapping[str, tuple[type, ...]] = {
    "boolean": (bool,),
    "blob": (bytes, bytearray, str),
    "integer": (int,),
    "long": (int,),
    "string": (str,),
}


class Unusual(Exception):
    """A value is not of its shape, or of one that is not known here: botocore's to judge."""


@cache
def request_copy(shape: Shape) -> Copy:
    """Return what copies a request's value and raises Unusual where botocore might refuse it.

    It raises UnicodeEncodeError for text with half a character.
    """
    if is_json_value_header(shape) or getattr(shape, "is_document_type", False):
        return _unusual
    if isinstance(shape, StructureShape):
        return _structure(shape)
    if isinstance(shape, ListShape):
        return _list(shape)
    if isinstance(shape, MapShape):
        return _map(shape)
    return _scalar(shape)


def _structure(shape: StructureShape) -> Copy:
    members: Mapping[str, Shape] = shape.members
    required = tuple(shape.metadata.get("required", ()))
    one_of = shape.is_tagged_union
    copies: dict[str, Copy] = {}

    def copied(value: Any) -> Any:
        if type(value) is not dict or (one_of and len(value) != 1):
            raise Unusual
        for name in required:
            if name not in value:
                raise Unusual
        copy = {}
        for name, inner in value.items():
            if name not in copies:
                # Not before it is met: shapes hold themselves.
                if name not in members:
                    raise Unusual
                copies[name] = request_copy(members[name])
            copy[name] = copies[name](inner)
        return copy

    return copied


def _list(shape: ListShape) -> Copy:
    least = shape.metadata.get("min", 0)

    def copied(value: Any) -> Any:
        if not isinstance(value, list | tuple) or len(value) < least:
            raise Unusual
        copy = request_copy(shape.member)
        return [copy(inner) for inner in value]

    return copied


def _map(shape: MapShape) -> Copy:
    def copied(value: Any) -> Any:
        if type(value) is not dict:
            raise Unusual
        key, copy = request_copy(shape.key), request_copy(shape.value)
        return {key(name): copy(inner) for name, inner in value.items()}

    return copied


def _scalar(shape: Shape) -> Copy:
    types = _SCALARS.get(shape.type_name)
    if types is None:
        return _unusual
    least = shape.metadata.get("min")
    measured: Callable[[Any], int] = len if shape.type_name == "string" else int

    def copied(value: Any) -> Any:
        if not isinstance(value, types) or (least is not None and measured(value) < least):
            raise Unusual
        if type(value) is str and not value.isascii():
            value.encode()
        return value

    return copied


def _unusual(_value: Any) -> Any:
    raise Unusual


@cache
def answer_copy(shape: Shape) -> Copy:
    """Return what copies a result's value as an answer has it: the members of its shape only."""
    if shape.name == "AttributeValue":
        # moto made a new one of what it holds, and its members are the shape's.
        return _itself
    if isinstance(shape, StructureShape):
        members: Mapping[str, Shape] = shape.members
        return lambda value: {
            name: answer_copy(members[name])(inner)
            for name, inner in value.items()
            if inner is not None and name in members
        }
    if isinstance(shape, ListShape):
        return lambda value: [answer_copy(shape.member)(inner) for inner in value]
    if isinstance(shape, MapShape):
        return lambda value: {
            name: answer_copy(shape.value)(inner) for name, inner in value.items()
        }
    return _moment if shape.type_name == "timestamp" else _itself


def _moment(value: Any) -> Any:
    """Return a moment as botocore tells it, of seconds or of moto's time, which is UTC."""
    if isinstance(value, datetime):
        value = calendar.timegm(value.timetuple())
    return parse_timestamp(value)


def _itself(value: Any) -> Any:
    return value
