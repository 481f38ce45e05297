"""The manifest of a workspace's stored names: which parts and which patch hold them. Pure."""

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from postbox.directory.names.ear import SOUNDS
from postbox.directory.names.tables.parts import Part
from postbox.directory.names.tables.tables import Name


@dataclass(frozen=True)
class Manifest:
    """One whole state of the names."""

    layout: Mapping[Name, Sequence[Part]]
    patch: Part | None
    patched: int
    """So many lines are in the patch."""
    listed_at: float
    """When the names were listed last, in epoch seconds."""
    period: int
    """The period in which the parts were written."""
    sounds: str = SOUNDS
    """By which names were indexed; for others they are to be stored anew."""

    @property
    def part_names(self) -> Iterator[str]:
        """The names of all parts of the tables."""
        return (part.name for parts in self.layout.values() for part in parts)

    def item(self) -> dict[str, Any]:
        """Return the manifest as it is stored, without its key."""
        layout = {name: [_plain(part) for part in parts] for name, parts in self.layout.items()}
        return {
            "layout": zlib.compress(json.dumps(layout, separators=(",", ":")).encode()),
            "patch": _plain(self.patch) if self.patch else [],
            "patched": self.patched,
            "listed_at": self.listed_at,
            "period": self.period,
            "language": self.sounds,
        }

    @property
    def generation(self) -> str:
        """A name for this very state."""
        named = [*self.part_names, self.patch.name if self.patch else ""]
        return hashlib.sha256(" ".join(named).encode()).hexdigest()[:16]

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> "Manifest":
        """Take up what `item` returned."""
        layout = json.loads(zlib.decompress(bytes(item["layout"])))
        return cls(
            # A table of a later version is left alone.
            {Name(name): [_part(part) for part in layout[name]] for name in Name if name in layout},
            _part(item["patch"]) if item["patch"] else None,
            int(item["patched"]),
            float(item["listed_at"]),
            int(item["period"]),
            str(item["language"]),
        )


def _plain(part: Part) -> list[Any]:
    return [part.first, part.name, part.slices]


def _part(plain: Sequence[Any]) -> Part:
    return Part(str(plain[0]), str(plain[1]), int(plain[2]))
