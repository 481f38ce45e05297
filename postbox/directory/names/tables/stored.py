"""The mappings of a directory and its index over stored parts, read when they are asked for. Pure.

What changed since the parts were made stands in a patch: entries of ids that it names are left out
of what is stored, and those as they are now are added.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from postbox.directory.entries import HasId
from postbox.directory.names.tables.parts import Cuts, Part

T = TypeVar("T")
Entries = Mapping[str, str]
Read = Callable[[Sequence[Part]], Mapping[str, Entries]]
"""Returns the entries of parts, by the names of the parts."""


Identified = TypeVar("Identified", bound=HasId)


class Parts:
    """The parts that are at hand; others are read, several at a time."""

    def __init__(self, read: Read) -> None:
        """Read by this."""
        self._read = read
        self._known: dict[str, Entries] = {}

    def have(self, parts: Iterable[Part]) -> None:
        """Read those that are not at hand."""
        missing = {part.name: part for part in parts if part.name not in self._known}
        if missing:
            self._known.update(self._read(list(missing.values())))

    def of(self, part: Part) -> Entries:
        """Return a part's entries."""
        self.have([part])
        return self._known[part.name]

    def forget_all_but(self, names: Iterable[str]) -> None:
        """Keep only parts of these names."""
        self._known = {name: self._known[name] for name in names if name in self._known}


class StoredTable:
    """One table, in its parts."""

    def __init__(self, cuts: Cuts, parts: Parts) -> None:
        """Take where it is cut, and where the parts are."""
        self.cuts = cuts
        self._parts = parts

    def get(self, key: str) -> str | None:
        """Return what stands at a key."""
        part = self.cuts.of(key)
        return self._parts.of(part).get(key) if part else None

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield everything: the first part is read, and after it all others at once."""
        for number, part in enumerate(self.cuts.parts):
            if number == 1:
                self._parts.have(self.cuts.parts)
            yield from self._parts.of(part).items()

    def parts_of(self, keys: Iterable[str]) -> Iterator[Part]:
        """Yield the parts in which these keys are."""
        return (part for part in map(self.cuts.of, keys) if part)


class Overlaid(Mapping[str, T]):
    """What is stored by key, with what changed since; the usual methods over `_found`."""

    def __init__(self, table: StoredTable) -> None:
        """Look up in this table."""
        self.table = table
        self._seen: dict[str, T | None] = {}

    def stored_key(self, key: str) -> str:
        """Return the key in the table."""
        return key

    @abstractmethod
    def _found(self, key: str) -> T | None:
        """Return what stands at a key, or None."""

    @abstractmethod
    def _fresh(self) -> Iterable[str]:
        """Return the keys that changed since."""

    def _key_of(self, stored: str) -> str:
        return stored

    def __getitem__(self, key: str) -> T:
        """Return what stands at a key; raises KeyError."""
        if key not in self._seen:
            self._seen[key] = self._found(key)
        found = self._seen[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield all keys; everything is read for it."""
        stored = (self._key_of(key) for key, _ in self.table.items())
        return (key for key in dict.fromkeys([*stored, *self._fresh()]) if key in self)

    def __len__(self) -> int:
        """Return how many keys there are; everything is read for it."""
        return sum(1 for _ in self)


class ById(Overlaid[Identified]):
    """People or conversations by id."""

    def __init__(
        self,
        table: StoredTable,
        decode: Callable[[str], Identified],
        changed: Mapping[str, Identified | None],
    ) -> None:
        """Decode what is stored; `changed` stands for it, None for what is gone."""
        super().__init__(table)
        self._decode = decode
        self._changed = changed

    def __iter__(self) -> Iterator[str]:
        """Yield all ids, of what is stored first; no more is read than is looked at."""
        yield from (key for key, _ in self.table.items() if key not in self._changed)
        yield from (key for key, entry in self._changed.items() if entry is not None)

    def _found(self, key: str) -> Identified | None:
        if key in self._changed:
            return self._changed[key]
        line = self.table.get(key)
        return None if line is None else self._decode(line)

    def _fresh(self) -> Iterable[str]:
        return self._changed


class ByName(Overlaid[tuple[Identified, ...]]):
    """Those whom a key names."""

    def __init__(
        self,
        table: StoredTable,
        decode: Callable[[str], tuple[Identified, ...]],
        changed: Iterable[str],
        fresh: Mapping[str, tuple[Identified, ...]],
        stored_key: Callable[[str], str] | None = None,
    ) -> None:
        """Decode what is stored, leave ids that `changed` out, and add what is `fresh`."""
        super().__init__(table)
        self._decode = decode
        self._changed = frozenset(changed)
        self._added = fresh
        self._stored_key = stored_key

    def stored_key(self, key: str) -> str:
        """Return the key in the table."""
        return self._stored_key(key) if self._stored_key else key

    def _found(self, key: str) -> tuple[Identified, ...] | None:
        lines = self.table.get(self.stored_key(key))
        stored = self._decode(lines) if lines is not None else ()
        if self._changed:
            stored = tuple(entry for entry in stored if entry.id not in self._changed)
        return (*stored, *self._added.get(key, ())) or None

    def _fresh(self) -> Iterable[str]:
        return self._added

    def _key_of(self, stored: str) -> str:
        return stored.rpartition(" ")[2] if self._stored_key else stored


class Words(Overlaid[str]):
    """Words by their skeletons; there may be some that nobody has any more."""

    def __init__(self, table: StoredTable, fresh: Mapping[str, str]) -> None:
        """Add what is fresh."""
        super().__init__(table)
        self._added = fresh

    def __iter__(self) -> Iterator[str]:
        """Yield all skeletons."""
        return iter(self._stored.keys() | self._added.keys())

    def _found(self, key: str) -> str | None:
        both = f"{self._stored.get(key, '')} {self._added.get(key, '')}".split()
        return " ".join(dict.fromkeys(both)) or None

    def _fresh(self) -> Iterable[str]:
        return self._added

    @cached_property
    def _stored(self) -> Mapping[str, str]:
        # Neighbours of a sound are all over the table: it is small, and read as a whole.
        return dict(self.table.items())


class Direct(Overlaid[str]):
    """Direct messages by user; of several with one the newest."""

    def __init__(
        self, table: StoredTable, changed: Iterable[str], fresh: Mapping[str, str]
    ) -> None:
        """Leave out conversations that changed, and add what is fresh."""
        super().__init__(table)
        self._changed = frozenset(changed)
        self._added = fresh

    def _found(self, key: str) -> str | None:
        stored = (self.table.get(key) or "").split()
        there = [direct for direct in stored if direct not in self._changed]
        return max([*there, *self._added.get(key, "").split()], default=None)

    def _fresh(self) -> Iterable[str]:
        return self._added


class Counts(Overlaid[int]):
    """How many have a name."""

    def __init__(self, table: StoredTable, more: Mapping[str, int]) -> None:
        """Add `more`, which may be less than nothing."""
        super().__init__(table)
        self._more = more

    def _found(self, key: str) -> int | None:
        return (int(self.table.get(key) or 0) + self._more.get(key, 0)) or None

    def _fresh(self) -> Iterable[str]:
        return self._more


class Keys(Iterable[str]):
    """A table's keys and some more; there may be some whose owners are gone."""

    def __init__(self, table: StoredTable, fresh: Iterable[str]) -> None:
        """Add what is fresh."""
        self._table = table
        self._added = fresh

    def __iter__(self) -> Iterator[str]:
        """Yield all keys; everything is read for it."""
        yield from (key for key, _ in self._table.items())
        yield from self._added
