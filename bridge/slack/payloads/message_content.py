"""What is kept of a Slack message object: what can be spoken of it, as JSON. Pure.

An item in the table holds at most 400 KB. Slack's text has at most 40,000 characters; blocks and
attachments have no stated limit in bytes.
"""

import json
from collections.abc import Mapping
from typing import Any

MOST_BYTES = 100_000

_KEPT = ("user", "username", "bot_id", "text", "subtype", "blocks", "attachments", "files")
_DRAWN = ("attachments", "files")
_PROFILE = ("name", "real_name", "display_name")
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


def content_of(message: Mapping[str, Any]) -> str:
    """Return the message object less what nobody hears; of a very large one only its text."""
    kept = {name: message[name] for name in _KEPT if message.get(name)}
    for name in ("user_profile", "bot_profile"):
        if isinstance(message.get(name), dict):
            kept[name] = _chosen(message[name], _PROFILE)
    if isinstance(kept.get("files"), list):
        kept["files"] = [_chosen(each, _FILE) for each in kept["files"] if isinstance(each, dict)]
    written = _json(kept)
    if len(written.encode("utf-8", "surrogatepass")) <= MOST_BYTES:
        return written
    return _json({name: kept[name] for name in kept if name not in {"blocks", "attachments"}})


def with_drawings(kept: str, listed: str) -> str:
    """Return kept content with the previews and files that the message has by now."""
    before, now = (json.loads(each or "{}") for each in (kept, listed))
    rest = {name: before[name] for name in before if name not in _DRAWN}
    after = rest | {name: now[name] for name in _DRAWN if name in now}
    return kept if after == before else _json(after)


def _chosen(given: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: given[name] for name in names if given.get(name) is not None}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
