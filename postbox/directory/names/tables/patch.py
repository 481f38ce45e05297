"""What changed since the stored tables were made: each line as it was and as it is. Pure."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from postbox.directory.entries import Conversation, Directory, FormerConversation, Person
from postbox.directory.names.index import first_name
from postbox.directory.names.tables.lines import conversation_of, former_of, person_of
from postbox.directory.names.tables.parts import ENTRY, RECORD, VALUE, Table
from postbox.directory.names.tables.tables import Name

T = TypeVar("T")
Tables = Mapping[Name, Table]
Pair = tuple[str, str]
"""A line as it is stored in the tables, and as it is now; empty where there is none."""


@dataclass(frozen=True)
class Patch:
    """Lines that changed, by table and id."""

    changed: Mapping[tuple[Name, str], Pair] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Mapping[str, str]) -> "Patch":
        """Take up the entries of what `text` wrote."""
        found = {}
        for key, value in entries.items():
            before, _, now = value.partition(RECORD)
            found[Name(key[0]), key[1:]] = before, now
        return cls(found)

    @property
    def text(self) -> str:
        """The patch as a part's text."""
        return ENTRY.join(
            f"{table}{identifier}{VALUE}{before}{RECORD}{now}"
            for (table, identifier), (before, now) in sorted(self.changed.items())
        )

    def having(self, changes: Mapping[tuple[Name, str], Pair]) -> "Patch":
        """Return the patch with other changes on top; what is again as it was needs none."""
        merged = {**self.changed, **changes}
        return Patch({key: pair for key, pair in merged.items() if pair[0] != pair[1]})

    @property
    def people(self) -> dict[str, Person | None]:
        """People as they are now, None for those who are gone."""
        return self._now(Name.PEOPLE_BY_ID, person_of)

    @property
    def conversations(self) -> dict[str, Conversation | None]:
        """Conversations as they are now, None for those that are gone."""
        return self._now(Name.CONVERSATIONS_BY_ID, conversation_of)

    @property
    def former(self) -> dict[str, FormerConversation | None]:
        """Former conversations, None for those that are no such thing any more."""
        return self._now(Name.FORMER_BY_ID, former_of)

    @property
    def directory(self) -> Directory:
        """What is new or changed."""
        return Directory(_there(self.people), _there(self.conversations), _there(self.former))

    @property
    def first_names(self) -> Counter[str]:
        """How many people more, or fewer, have a first name."""
        found: Counter[str] = Counter()
        for (table, _), (before, now) in self.changed.items():
            if table is Name.PEOPLE_BY_ID:
                found.update(_first_names(now))
                found.subtract(_first_names(before))
        return found

    def _now(self, wanted: Name, decode: Callable[[str], T]) -> dict[str, T | None]:
        return {
            identifier: decode(now) if now else None
            for (table, identifier), (_, now) in self.changed.items()
            if table is wanted
        }


NOTHING = Patch()
"""Nothing changed."""


def difference(before: Tables, now: Tables) -> dict[tuple[Name, str], Pair]:
    """Return what the lines of some tables differ in."""
    return {
        (name, key): (before[name].get(key, ""), table.get(key, ""))
        for name, table in now.items()
        for key in before[name].keys() | table.keys()
        if before[name].get(key) != table.get(key)
    }


def _there(found: Mapping[str, T | None]) -> dict[str, T]:
    return {identifier: member for identifier, member in found.items() if member is not None}


def _first_names(line: str) -> list[str]:
    return [first_name(person_of(line)).casefold()] if line else []
