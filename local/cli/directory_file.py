"""A workspace's names in a JSON file:

    {"people": [{"id", "real_name", "display_name", "name"}], "channels": [{"id", "name"}],
     "default": "general"}

Of a person all but the id may be missing; "deleted" and "is_bot" are heeded as Slack has them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postbox.directory.entries import Conversation, Directory, Person


class NotADirectory(ValueError):
    """The file is not such a directory; the message says what is wrong with it."""


@dataclass(frozen=True)
class DirectoryFile:
    """What the file holds."""

    directory: Directory
    default: str
    """The name of the default conversation; empty where the file names none."""


def read_directory(path: Path) -> DirectoryFile:
    """Read a directory file, or raise NotADirectory."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise NotADirectory(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise NotADirectory(f"{path} is not JSON: {error}.") from None
    if not isinstance(content, Mapping):
        raise NotADirectory(f"{path} holds no JSON object.")
    people = [_person(row, path) for row in _rows(content, "people", path)]
    channels = [_channel(row, path) for row in _rows(content, "channels", path)]
    return DirectoryFile(Directory.of(people, channels), str(content.get("default") or ""))


def _rows(content: Mapping[str, Any], name: str, path: Path) -> list[Mapping[str, Any]]:
    rows = content.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise NotADirectory(f'{path}: "{name}" is no list of objects.')
    return rows


def _person(row: Mapping[str, Any], path: Path) -> Person:
    return Person(
        id=_needed(row, "id", path),
        real_name=_text(row, "real_name"),
        display_name=_text(row, "display_name"),
        handle=_text(row, "name"),
        reachable=not (row.get("deleted") or row.get("is_bot")),
    )


def _channel(row: Mapping[str, Any], path: Path) -> Conversation:
    return Conversation(_needed(row, "id", path), _needed(row, "name", path), "channel")


def _needed(row: Mapping[str, Any], name: str, path: Path) -> str:
    value = _text(row, name)
    if not value:
        raise NotADirectory(f'{path}: an entry has no "{name}": {json.dumps(dict(row))[:100]}')
    return value


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""
