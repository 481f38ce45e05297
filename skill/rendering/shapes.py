"""Pieces of JSON of any shape, taken for what they should be. Nothing here raises."""

import math
from collections.abc import Mapping
from typing import Any

DEEPEST = 12
"""Slack nests blocks three or four deep; what lies below this is nobody's message."""


def text(value: object) -> str:
    """Return a text as it is, and an empty one for anything else."""
    return value if isinstance(value, str) else ""


def mapping(value: object) -> Mapping[str, Any]:
    """Return an object as it is, and an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[Mapping[str, Any]]:
    """Return the objects of a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def number(value: object) -> float | None:
    """Return a finite number, also one written as text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def whole(value: object) -> int:
    """Return a whole number of nothing or more, 0 for anything else."""
    found = number(value)
    return max(0, int(found)) if found is not None else 0
