"""The parts of a workspace's names, read from the table; and what Earshot 0.x stored of them."""

import gzip
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.tables.parts import Part, unpacked
from postbox.directory.names.tables.stored import Entries
from postbox.store import directory_keys as keys
from postbox.store.errors import Unreadable
from postbox.store.items import Item
from postbox.store.keys import Key
from postbox.store.table import Table


@dataclass(frozen=True)
class StoredParts:
    """Reads parts of one workspace."""

    table: Table
    team_id: str

    def __call__(self, parts: Sequence[Part]) -> Mapping[str, Entries]:
        """Return the entries of parts by their names; raises MailboxUnavailable."""
        wanted = [
            keys.names_part(self.team_id, part.name, number)
            for part in parts
            for number in range(part.slices)
        ]
        found = dict(self.table.sift("NamesPart", _piece, self.table.get_many(wanted)))
        # With half of the names, one name could pass for another.
        if len(found) < len(wanted):
            raise Unreadable("a part of the names is missing")
        return {part.name: self._unpacked(part, found) for part in parts}

    def _unpacked(self, part: Part, found: Mapping[str, bytes]) -> Entries:
        item = {"data": self._joined(part, found)}
        entries = self.table.sift_one("NamesPart", lambda item: unpacked(item["data"]), item)
        if entries is None:
            raise Unreadable("a part of the names")
        return entries

    def _joined(self, part: Part, found: Mapping[str, bytes]) -> bytes:
        pieces = (
            keys.names_part(self.team_id, part.name, number)["sk"] for number in range(part.slices)
        )
        return b"".join(found[piece] for piece in pieces)


def _piece(item: Item) -> tuple[str, bytes]:
    """Return the sort key of a piece of a part, and what is in it."""
    return str(item["sk"]), bytes(item["data"])


def written_before(table: Table, team_id: str) -> Directory | None:
    """Return what Earshot 0.x stored, one compressed JSON text; None where it is not whole."""
    item = table.get(keys.directory(team_id))
    wanted = table.sift_one("Directory", partial(_slices, team_id), item)
    if not wanted:
        return None
    items = sorted(table.get_many(wanted), key=lambda item: str(item["sk"]))
    packed = {"data": [item.get("data") for item in items]}
    return table.sift_one("Directory", _directory_before, packed)


def _slices(team_id: str, item: Item) -> list[Key]:
    generation, number = str(item["generation"]), int(item["parts"])
    return [keys.directory_part(team_id, generation, part) for part in range(number)]


def _directory_before(item: Item) -> Directory | None:
    packed = b"".join(bytes(data) for data in item["data"])
    try:
        content = json.loads(gzip.decompress(packed))
    except (EOFError, OSError, ValueError, zlib.error):
        return None
    return Directory.of(
        (Person(*row) for row in content["people"]),
        (
            Conversation(str(row[0]), str(row[1]), str(row[2]), tuple(row[3]))
            for row in content["conversations"]
        ),
    )
