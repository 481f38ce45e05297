"""Sorted tables of text, cut into parts that are stored and read one by one. Pure.

A table is a mapping of keys to text in the order of its keys. Where it is cut depends on the keys
around alone, so that an entry more or less changes one part and not all behind it. A part is known
by what is in it: the same content has the same name, and is stored once.
"""

import hashlib
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

ENTRY, VALUE, RECORD, FIELD = "\x1d", "\x1c", "\x1e", "\x1f"
"""What stands between entries, key and value, a value's records, and their fields."""
PART_BYTES = 24_000
"""About so much text is in a part: some 8 KB as it is stored."""
MOST_BYTES = 4 * PART_BYTES
SLICE_BYTES = 350_000
"""DynamoDB takes 400 KB an item."""
Table = Mapping[str, str]
_CONTROLS = dict.fromkeys(range(32), " ")


@dataclass(frozen=True)
class Part:
    """A part as it is stored, or to be stored."""

    first: str
    """The first key that belongs into it."""
    name: str
    slices: int = 1
    """So many items hold it."""


@dataclass(frozen=True)
class Packed:
    """A part with its content, compressed."""

    part: Part
    data: bytes

    @property
    def slices(self) -> Iterator[bytes]:
        """The content in pieces that fit into an item."""
        return (
            self.data[at : at + SLICE_BYTES] for at in range(0, max(1, len(self.data)), SLICE_BYTES)
        )


class Cuts:
    """Where a table is cut."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Take a table's parts in their order."""
        self.parts = parts

    def of(self, key: str) -> Part | None:
        """Return the part in which a key is, if it is anywhere."""
        return self.parts[max(0, bisect_right(self._firsts, key) - 1)] if self.parts else None

    @cached_property
    def _firsts(self) -> list[str]:
        return [part.first for part in self.parts]


def cut(table: Table, salt: str = "") -> Iterator[Packed]:
    """Yield the parts of a table; another `salt` gives them other names."""
    entries: list[str] = []
    first, size = "", 0
    for key in sorted(table):
        entries.append(f"{record([key])}{VALUE}{table[key]}")
        length = len(entries[-1])
        size += length
        if size > MOST_BYTES or zlib.crc32(key.encode()) % PART_BYTES < length:
            yield packed(first, ENTRY.join(entries), salt)
            entries, first, size = [], f"{key}\0", 0
    if entries:
        yield packed(first, ENTRY.join(entries), salt)


def packed(first: str, text: str, salt: str = "") -> Packed:
    """Return text as a part."""
    content = text.encode("utf-8", "replace")
    data = zlib.compress(content, 6)
    name = hashlib.sha256(salt.encode() + b"\0" + content).hexdigest()[:16]
    return Packed(Part(first, name, max(1, -(-len(data) // SLICE_BYTES))), data)


def unpacked(data: bytes) -> dict[str, str]:
    """Return the entries of a part."""
    text = zlib.decompress(data).decode()
    return dict(entry.split(VALUE, 1) for entry in text.split(ENTRY)) if text else {}


def record(fields: Sequence[str]) -> str:
    """Return fields as one record; what would pass for a border in them becomes a space."""
    if "".join(fields).isprintable():
        return FIELD.join(fields)
    return FIELD.join(field.translate(_CONTROLS) for field in fields)
