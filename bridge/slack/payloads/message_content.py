"""What is kept of a Slack message object: what can be spoken of it, as JSON. Pure.

An item in the table holds at most 400 KB. Slack's text has at most 40,000 characters; blocks,
attachments and files have no stated limit. What does not fit is left out, from the end on, and
LEFT_OUT tells of it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bridge.slack.payloads.values import brief, identifier, mapping, mended, rows, text

MOST_BYTES = 100_000
"""Of everything beside the text, as JSON."""
MOST_TEXT_BYTES = 60_000
LEFT_OUT = "_left_out"
"""True where the message has more in Slack than is kept."""
WITHOUT_TEXT = "text"
"""Empty where the text that is kept stands in for one that Slack has not."""

_LISTS = ("blocks", "attachments", "files")
_DRAWN = ("attachments", "files")
_INNER = ("elements", "rows", "fields", "blocks")
"""Lists inside blocks and attachments of which a part is better than nothing."""
_DEEPEST_INNER = 3
_PROFILE = ("name", "real_name", "display_name")
_ROOM = ("created_by", "date_start", "date_end", "has_ended", "was_missed")
_FILE = (
    "title",
    "name",
    "filetype",
    "mimetype",
    "mode",
    "subtype",
    "duration_ms",
    "lines",
    "alt_txt",
    "transcription",
)
_LONGEST_OF_A_FILE = 1000
_SPARE = 32
"""Bytes that brackets and commas around a part may take."""


def content_of(message: Mapping[str, Any]) -> str:
    """Return the message object less its text and what nobody hears, as JSON."""
    kept: dict[str, Any] = {
        "user": identifier(message.get("user")),
        "username": brief(message.get("username")),
        "bot_id": identifier(message.get("bot_id")),
        "subtype": identifier(message.get("subtype")),
    }
    kept = {name: mended(value) for name, value in kept.items() if value}
    written = text(message.get("text"))
    if not written:
        kept[WITHOUT_TEXT] = ""
    for name in ("user_profile", "bot_profile"):
        profile = mapping(message.get(name))
        if chosen := {part: brief(profile[part]) for part in _PROFILE if profile.get(part)}:
            kept[name] = mended(chosen)
    room = mapping(message.get("room"))
    if chosen := {part: room[part] for part in _ROOM if room.get(part) and _is_small(room[part])}:
        kept["room"] = mended(chosen)
    lists = {name: rows(message.get(name)) for name in _LISTS}
    lists["files"] = [_file(file) for file in lists["files"]]
    return _written(kept, lists, left_out=kept_text(written) != written)


def kept_text(written: str) -> str:
    """Return as much of a text as is kept."""
    if len(written) * 4 <= MOST_TEXT_BYTES:
        return written
    kept = written.encode("utf-8", "replace")[:MOST_TEXT_BYTES]
    return kept.decode("utf-8", "ignore")


def with_drawings(kept: str, listed: str) -> str:
    """Return kept content with the previews and files that the message has by now."""
    before, now = _read(kept), _read(listed)
    rest = {name: before[name] for name in before if name not in _DRAWN}
    after = rest | {name: now[name] for name in _DRAWN if name in now}
    if after == before:
        return kept
    lists = {name: rows(after.get(name)) for name in _LISTS}
    small = {name: after[name] for name in after if name not in {*_LISTS, LEFT_OUT}}
    return _written(small, lists, left_out=bool(before.get(LEFT_OUT) or now.get(LEFT_OUT)))


def _written(kept: Mapping[str, Any], lists: Mapping[str, Any], *, left_out: bool) -> str:
    """Return content as JSON, with as much of its lists as fits."""
    content = {**kept}
    room = MOST_BYTES - len(_json(content).encode()) - _SPARE
    for name, given in lists.items():
        whole = mended(given)
        found, used = _fitting(whole, room - len(name) - _SPARE)
        room -= used
        left_out |= found != whole
        if found:
            content[name] = found
    return _json({**content, LEFT_OUT: True} if left_out else content)


def _fitting(given: Sequence[Any], room: int, depth: int = 0) -> tuple[list[Any], int]:
    """Return the first entries of a list that fit, and how many bytes they take."""
    found, used = list[Any](), 0
    for entry in given:
        size = _size(entry)
        if used + size > room:
            part, size = _part(entry, room - used, depth)
            return ([*found, part] if part else found), used + size
        found.append(entry)
        used += size
    return found, used


def _part(entry: Any, room: int, depth: int) -> tuple[dict[str, Any], int]:
    """Return as much of an entry as fits, with the bytes it takes; nothing of one without lists."""
    inner = next((name for name in _INNER if isinstance(mapping(entry).get(name), list)), "")
    if not inner or depth >= _DEEPEST_INNER:
        return {}, 0
    rest = {name: value for name, value in entry.items() if name != inner}
    around = _size(rest) + _SPARE
    found, used = _fitting(entry[inner], room - around, depth + 1)
    return ({**rest, inner: found}, around + used) if found else ({}, 0)


def _file(file: Mapping[str, Any]) -> dict[str, Any]:
    chosen = {name: file[name] for name in _FILE if file.get(name) is not None}
    return {
        name: value[:_LONGEST_OF_A_FILE] if isinstance(value, str) else value
        for name, value in chosen.items()
    }


def _is_small(value: object) -> bool:
    return isinstance(value, bool | int | float) or (bool(text(value)) and value == brief(value))


def _read(content: str) -> dict[str, Any]:
    try:
        found = json.loads(content or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _size(entry: object) -> int:
    return len(_json(entry).encode()) + 1


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
