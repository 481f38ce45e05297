"""Where the names of a workspace are kept.

Directory and index are compressed JSON in slices below DynamoDB's 400 KB an item, written as a new
generation that replaces the old one in a single small write. Reading takes the head and, when the
generation is new to this process, one batch of slices.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.index import NameIndex, Names
from postbox.store import keys
from postbox.store.expiry import DAY
from postbox.store.table import Table, put

SLICE_BYTES = 350_000
KEPT_SECONDS = 60 * DAY
"""Names are listed daily; without a working link they are of use no longer than this."""


class Directories:
    """The directories of all workspaces."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table; what was read is remembered by its generation."""
        self._table = table
        self._read: dict[str, tuple[str, Names]] = {}

    def get(self, team_id: str) -> Directory:
        """Return a workspace's directory; an empty one when there is none yet."""
        return self.names(team_id).directory

    def names(self, team_id: str) -> Names:
        """Return a workspace's directory with its index."""
        item = self._table.get(keys.directory(team_id))
        if item is None:
            return Names(Directory(), NameIndex())
        generation, parts = str(item["generation"]), int(item["parts"])
        known = self._read.get(team_id)
        if known is None or known[0] != generation:
            known = generation, self._load(team_id, generation, parts)
            self._read[team_id] = known
        return known[1]

    def listed_at(self, team_id: str) -> float | None:
        """Return when the names were listed last, in epoch seconds."""
        item = self._table.get(keys.directory(team_id))
        return float(item["listed_at"]) if item else None

    def save(self, team_id: str, directory: Directory, now: float) -> None:
        """Replace a workspace's directory; the old one stays a while for readers under way."""
        packed = packed_names(Names.of(directory))
        generation = f"{now:.3f}-{hashlib.sha256(packed).hexdigest()[:8]}"
        slices = [packed[at : at + SLICE_BYTES] for at in range(0, len(packed), SLICE_BYTES)]
        for part, data in enumerate(slices):
            key = keys.directory_part(team_id, generation, part)
            self._table.apply(put({**key, "data": data, "expires_at": int(now) + KEPT_SECONDS}))
        current = {"generation": generation, "parts": len(slices), "listed_at": now}
        self._table.apply(put({**keys.directory(team_id), **current}))

    def _load(self, team_id: str, generation: str, parts: int) -> Names:
        wanted = [keys.directory_part(team_id, generation, part) for part in range(parts)]
        items = sorted(self._table.get_many(wanted), key=lambda item: str(item["sk"]))
        if len(items) < parts:
            return Names(Directory(), NameIndex())
        return unpacked_names(b"".join(bytes(item["data"]) for item in items))


def packed_names(names: Names) -> bytes:
    """Return names as they are stored."""
    content = {
        "people": [_fields(each) for each in names.directory.people.values()],
        "conversations": [_fields(each) for each in names.directory.conversations.values()],
        "index": names.index.plain(),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def unpacked_names(packed: bytes) -> Names:
    """Return what `packed_names` stored."""
    content = json.loads(gzip.decompress(packed))
    directory = Directory.of(
        (Person(*row) for row in content["people"]), _conversations(content["conversations"])
    )
    return Names(directory, NameIndex.from_plain(content["index"]))


def _fields(record: Person | Conversation) -> list[Any]:
    return [getattr(record, name) for name in record.__slots__]


def _conversations(rows: Iterable[list[Any]]) -> Iterable[Conversation]:
    return (Conversation(row[0], row[1], row[2], tuple(row[3])) for row in rows)
