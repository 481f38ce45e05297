"""A directory and its index over stored parts: nothing is read before it is needed. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from postbox.directory.entries import Conversation, Directory
from postbox.directory.names.index import (
    Found,
    NameIndex,
    Names,
    Unreachable,
    direct_messages,
)
from postbox.directory.names.tables.lines import (
    conversation_of,
    conversations_of,
    former_of,
    people_of,
    person_of,
)
from postbox.directory.names.tables.parts import Cuts, Part
from postbox.directory.names.tables.patch import Patch
from postbox.directory.names.tables.stored import (
    ById,
    ByName,
    Counts,
    Direct,
    Keys,
    Parts,
    StoredTable,
    Words,
)
from postbox.directory.names.tables.tables import Name, by_sound, unreachable_of

Layout = Mapping[Name, Sequence[Part]]
"""The parts of each table."""

Channels = Mapping[str, Found[Conversation]]
Gone = Mapping[str, Found[Unreachable]]

AS_A_WHOLE = frozenset({"people_by_sound", "channel_skeletons", "direct"})
"""What is read from its first part to its last, whatever is looked up."""


Tables = Mapping[Name, StoredTable]


def tables_in(layout: Layout, parts: Parts) -> Tables:
    """Return all tables, over their parts."""
    return {name: StoredTable(Cuts(layout.get(name, ())), parts) for name in Name}


def opened(tables: Tables, parts: Parts, patch: Patch) -> Names:
    """Return the names that are stored so."""
    return Names(_directory(tables, patch), _index(tables, parts, patch))


def _directory(tables: Tables, patch: Patch) -> Directory:
    return Directory(
        people=ById(tables[Name.PEOPLE_BY_ID], person_of, patch.people),
        conversations=ById(tables[Name.CONVERSATIONS_BY_ID], conversation_of, patch.conversations),
        former=ById(tables[Name.FORMER_BY_ID], former_of, patch.former),
    )


def _index(tables: Tables, parts: Parts, patch: Patch) -> NameIndex:
    fresh, people = NameIndex.of(patch.directory), patch.people
    added = patch.directory.conversations
    places = {**patch.conversations, **patch.former}
    gone = {**people, **places}

    def channels(name: Name, added: Channels) -> ByName[Conversation]:
        return ByName(tables[name], conversations_of, places, added)

    def unreachable(name: Name, added: Gone) -> ByName[Unreachable]:
        return ByName(tables[name], unreachable_of, gone, added)

    return NameIndex(
        people=ByName(tables[Name.PEOPLE], people_of, people, fresh.people, by_sound),
        people_by_sound=Words(tables[Name.PEOPLE_BY_SOUND], fresh.people_by_sound),
        first_names=Counts(tables[Name.FIRST_NAMES], patch.first_names),
        channels=channels(Name.CHANNELS, fresh.channels),
        channels_in_short=channels(Name.CHANNELS_IN_SHORT, fresh.channels_in_short),
        channels_by_word=channels(Name.CHANNELS_BY_WORD, fresh.channels_by_word),
        channels_by_sound=channels(Name.CHANNELS_BY_SOUND, fresh.channels_by_sound),
        channel_skeletons=Keys(tables[Name.CHANNEL_SKELETONS], fresh.channel_skeletons),
        direct=Direct(tables[Name.DIRECT], places, direct_messages(added.values())),
        groups=channels(Name.GROUPS, fresh.groups),
        unreachable=unreachable(Name.UNREACHABLE, fresh.unreachable),
        unreachable_words=unreachable(Name.UNREACHABLE_WORDS, fresh.unreachable_words),
        fetch=lambda wanted: parts.have(_parts_of(wanted, tables)),
    )


def _parts_of(wanted: Mapping[str, Iterable[str]], tables: Tables) -> Iterator[Part]:
    for mapping, keys in wanted.items():
        table = tables[Name[mapping.upper()]]
        if mapping in AS_A_WHOLE:
            yield from table.cuts.parts
        else:
            stored = map(by_sound, keys) if mapping == "people" else keys
            yield from table.parts_of(stored)
