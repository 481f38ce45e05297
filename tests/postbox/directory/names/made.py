"""Directories of any kind, and how they are stored and opened without a table."""

from hypothesis import strategies as st

from postbox.directory.entries import Conversation, Directory, FormerConversation, Person
from postbox.directory.names.index import Names
from postbox.directory.names.tables.opened import opened, tables_in
from postbox.directory.names.tables.parts import cut, unpacked
from postbox.directory.names.tables.patch import NOTHING, Patch
from postbox.directory.names.tables.stored import Parts
from postbox.directory.names.tables.tables import tables_of

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20)
NAMES = WORDS | st.sampled_from(
    ["Kevin Park", "Ana Lima (she/her)", "dev-ops", "q3-planning", "Sean O'Brien", "李小龙"]
)
FORMER_NAMES = st.lists(st.sampled_from(["dev-ops", "q3-plan"]), unique=True).map(tuple)
PEOPLE = st.builds(
    Person, st.sampled_from(["U1", "U2", "U3", "U4"]), NAMES, NAMES, NAMES, st.booleans()
)
CONVERSATIONS = st.builds(
    Conversation,
    st.sampled_from(["C1", "C2", "C3", "C4"]),
    NAMES,
    st.sampled_from(["channel", "group", "im", "mpim"]),
    st.lists(st.sampled_from(["U1", "U2", "U3"]), unique=True).map(tuple),
    FORMER_NAMES,
)
FORMER = st.builds(
    FormerConversation,
    st.sampled_from(["C5", "C6"]),
    NAMES,
    st.sampled_from(["channel", "group"]),
    st.integers(0, 2_000_000_000).map(float),
)
DIRECTORIES = st.builds(Directory.of, st.lists(PEOPLE), st.lists(CONVERSATIONS), st.lists(FORMER))


def stored(directory: Directory, patch: Patch = NOTHING) -> Names:
    """Return the names of a directory as they are opened after they were stored."""
    packed = {name: list(cut(table)) for name, table in tables_of(directory).items()}
    data = {made.part.name: made.data for parts in packed.values() for made in parts}
    layout = {name: [part.part for part in parts] for name, parts in packed.items()}
    parts = Parts(lambda wanted: {part.name: unpacked(data[part.name]) for part in wanted})
    return opened(tables_in(layout, parts), parts, patch)
