"""Single values of Slack's JSON, taken for what they should be, or for nothing. Pure.

What is written to the table is checked here as strictly as what is read from it: Slack would only
send again, and in vain, what the table cannot take. Nothing here raises.
"""

import math
import re
from collections.abc import Mapping
from typing import Any

from postbox.store.text import storable

DEEPEST = 40
"""Slack nests JSON some ten levels deep; what lies below this is nobody's message."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""Slack's ids have some eleven letters and digits; '#' separates them in the table's keys."""
_TS = re.compile(r"[0-9]{10}\.[0-9]{6}")
_LATEST = 9_999_999_999.0
_MOST_DIGITS = 1000
_ONLY_IN_KEYS = re.compile(r"[^\s#\x00-\x1f]+")


def mended(value: Any, depth: int = DEEPEST) -> Any:
    """Return JSON that can be stored and sent: no halves of characters, not too deep."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        if not depth:
            return {}
        return {mended(key): mended(inner, depth - 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [mended(inner, depth - 1) for inner in value] if depth else []
    return value


def number(digits: str) -> int | float:
    """Return a whole number of JSON; of more digits than Python reads, one without end."""
    return int(digits) if len(digits) <= _MOST_DIGITS else math.inf


def text(value: object) -> str:
    """Return a text, and an empty one for anything else."""
    return value if isinstance(value, str) else ""


def brief(value: object, most: int = 200) -> str:
    """Return a name or another small text, at most so many characters of it."""
    return text(value)[:most]


def identifier(value: object) -> str:
    """Return an id of Slack's, "" for what cannot be one."""
    return value if isinstance(value, str) and _ID.fullmatch(value) else ""


def emoji_name(value: object) -> str:
    """Return an emoji's name, "" for what cannot be one; Slack's have at most 100 characters."""
    given = text(value)
    return given if len(given) <= 150 and _ONLY_IN_KEYS.fullmatch(given) else ""


def timestamp(value: object) -> str:
    """Return a message's ts, "" for what cannot be one.

    They are compared as text, so they have ten digits, a point and six digits
    (https://docs.slack.dev/messaging/retrieving-messages).
    """
    return value if isinstance(value, str) and _TS.fullmatch(value) else ""


def moment(value: object) -> float | None:
    """Return a time in epoch seconds, also one written as text; None for what cannot be one."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    return seconds if math.isfinite(seconds) and 0 < seconds <= _LATEST else None


def mapping(value: object) -> Mapping[str, Any]:
    """Return an object, and an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[Mapping[str, Any]]:
    """Return the objects of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def happened_at(envelope: Mapping[str, Any]) -> float:
    """Return when Slack says that the event happened, in epoch seconds, or raise ValueError."""
    event_ts = envelope["event"].get("event_ts")
    happened = moment(event_ts if event_ts is not None else envelope["event_time"])
    if happened is None:
        raise ValueError("no moment")
    return happened
