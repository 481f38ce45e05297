"""A directory and its index as sorted tables of text. Pure."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from postbox.directory.entries import Conversation, Directory, DirectoryUpdate, HasId
from postbox.directory.names.ear import skeleton, sound
from postbox.directory.names.index import (
    Found,
    NameIndex,
    Unreachable,
    Why,
    direct_messages,
)
from postbox.directory.names.tables.lines import conversation_line, former_line, person_line
from postbox.directory.names.tables.parts import FIELD, RECORD, Table, record

T = TypeVar("T")


class Name(StrEnum):
    """The tables; of the index's, each is called as the mapping that it is read for."""

    PEOPLE_BY_ID = "i"
    CONVERSATIONS_BY_ID = "k"
    FORMER_BY_ID = "o"
    PEOPLE = "p"
    PEOPLE_BY_SOUND = "s"
    FIRST_NAMES = "f"
    CHANNELS = "c"
    CHANNELS_IN_SHORT = "a"
    CHANNELS_BY_WORD = "w"
    CHANNELS_BY_SOUND = "h"
    CHANNEL_SKELETONS = "x"
    DIRECT = "d"
    GROUPS = "g"
    UNREACHABLE = "u"
    UNREACHABLE_WORDS = "v"


def tables_of(directory: Directory) -> dict[Name, Table]:
    """Return everything that is stored of a directory."""
    lines = lines_of(directory)
    direct = direct_messages(directory.conversations.values())
    return {**lines, **_by_name(NameIndex.of(directory), lines), Name.DIRECT: direct}


def lines_of(directory: Directory) -> dict[Name, Table]:
    """Return everybody and everything by id, without an index."""
    return {
        Name.PEOPLE_BY_ID: _lines(directory.people, person_line),
        Name.CONVERSATIONS_BY_ID: _lines(directory.conversations, conversation_line),
        Name.FORMER_BY_ID: _lines(directory.former, former_line),
    }


def _by_name(index: NameIndex, lines: Mapping[Name, Table]) -> dict[Name, Table]:
    people, places = lines[Name.PEOPLE_BY_ID], lines[Name.CONVERSATIONS_BY_ID]

    def channels(found: Mapping[str, Found[Conversation]]) -> Table:
        return {name: _joined(entries, places) for name, entries in found.items()}

    return {
        Name.PEOPLE: {
            by_sound(word): _joined(entries, people) for word, entries in index.people.items()
        },
        Name.PEOPLE_BY_SOUND: index.people_by_sound,
        Name.FIRST_NAMES: {name: str(count) for name, count in index.first_names.items()},
        Name.CHANNELS: channels(index.channels),
        Name.CHANNELS_IN_SHORT: channels(index.channels_in_short),
        Name.CHANNELS_BY_WORD: channels(index.channels_by_word),
        Name.CHANNELS_BY_SOUND: channels(index.channels_by_sound),
        Name.CHANNEL_SKELETONS: dict.fromkeys(index.channel_skeletons, ""),
        Name.GROUPS: channels(index.groups),
        Name.UNREACHABLE: _unreachable(index.unreachable),
        Name.UNREACHABLE_WORDS: _unreachable(index.unreachable_words),
    }


def updated_lines(update: DirectoryUpdate) -> dict[Name, Table]:
    """Return the lines of an update, empty for what is taken out."""
    return {
        Name.PEOPLE_BY_ID: _lines(update.people, person_line),
        Name.CONVERSATIONS_BY_ID: _lines_or_none(update.conversations, conversation_line),
        Name.FORMER_BY_ID: _lines_or_none(update.former, former_line),
    }


def by_sound(word: str) -> str:
    """Return the key of a word of people's names: what sounds alike is stored side by side."""
    return f"{skeleton(sound(word))} {word}"


def unreachable_of(lines: str) -> Found[Unreachable]:
    """Return the unreachable names of several lines."""
    return tuple(map(_unreachable_of, lines.split(RECORD)))


def _unreachable_of(line: str) -> Unreachable:
    identifier, name, kind, why, now = line.split(FIELD)
    return Unreachable(identifier, name, kind, Why(why), now)


def _lines(entries: Mapping[str, T], line: Callable[[T], str]) -> Table:
    return {identifier: line(entry) for identifier, entry in entries.items()}


def _lines_or_none(entries: Mapping[str, T | None], line: Callable[[T], str]) -> Table:
    return {
        identifier: "" if entry is None else line(entry) for identifier, entry in entries.items()
    }


def _joined(found: Iterable[HasId], lines: Table) -> str:
    return RECORD.join([lines[entry.id] for entry in found])


def _unreachable(index: Mapping[str, Found[Unreachable]]) -> Table:
    return {
        name: RECORD.join(
            record((former.id, former.name, former.kind, former.why, former.now))
            for former in found
        )
        for name, found in index.items()
    }
