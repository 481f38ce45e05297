"""Cursors: opaque to a caller, and refused when they were not made here."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from local.workspace.api.calls import ApiError

T = TypeVar("T")


def make_cursor(kind: str, value: str) -> str:
    """Return the cursor of the page that begins with `value`."""
    return base64.b64encode(f"{kind}:{value}".encode()).decode()


def read_cursor(kind: str, cursor: str) -> str:
    """Return the value in a cursor of this kind, or raise invalid_cursor."""
    try:
        found, _, value = base64.b64decode(cursor, validate=True).decode().partition(":")
    except (binascii.Error, ValueError) as fault:
        raise ApiError("invalid_cursor") from fault
    if found != kind or not value:
        raise ApiError("invalid_cursor")
    return value


def page_of(
    items: Sequence[T], cursor: str, limit: int, identify: Callable[[T], str]
) -> tuple[Sequence[T], str]:
    """Return one page of a list and the cursor of the next page, "" after the last."""
    start = 0
    if cursor:
        first = read_cursor("id", cursor)
        start = next((i for i, item in enumerate(items) if identify(item) == first), -1)
        if start < 0:
            raise ApiError("invalid_cursor")
    end = start + limit
    following = make_cursor("id", identify(items[end])) if end < len(items) else ""
    return items[start:end], following


def next_cursor(cursor: str) -> dict[str, Any]:
    """Return the part of an answer that carries the cursor."""
    return {"response_metadata": {"next_cursor": cursor}}
