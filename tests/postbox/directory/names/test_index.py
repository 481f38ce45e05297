"""A directory by the words of its names, as it is stored."""

import json

from hypothesis import given, strategies as st

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.index import NameIndex, Names
from postbox.directory.stores.directories import packed_names, unpacked_names

NAMES = st.text(max_size=20) | st.sampled_from(
    ["Kevin Park", "Ana Lima (she/her)", "dev-ops", "q3-planning", "Sean O'Brien", "李小龙"]
)
PEOPLE = st.builds(Person, NAMES, NAMES, NAMES, NAMES, st.booleans())
CONVERSATIONS = st.builds(
    Conversation,
    NAMES,
    NAMES,
    st.sampled_from(["channel", "group", "im", "mpim"]),
    st.lists(st.sampled_from(["U1", "U2", "U3"]), unique=True).map(tuple),
)
DIRECTORIES = st.builds(Directory.of, st.lists(PEOPLE), st.lists(CONVERSATIONS))

KEVIN, ANA = Person("U1", "Kevin Park", "kev", "kpark"), Person("U2", "Ana Lima")


def index_of(*records: Person | Conversation) -> NameIndex:
    people = [each for each in records if isinstance(each, Person)]
    conversations = [each for each in records if isinstance(each, Conversation)]
    return NameIndex.of(Directory.of(people, conversations))


@given(DIRECTORIES)
def test_names_come_back_as_they_were_stored(directory):
    names = Names.of(directory)
    stored = unpacked_names(packed_names(names))
    assert stored.directory == directory
    assert list(stored.directory.people) == list(directory.people)
    assert stored.index == names.index


@given(DIRECTORIES)
def test_an_index_is_what_json_has(directory):
    index = NameIndex.of(directory)
    assert NameIndex.from_plain(json.loads(json.dumps(index.plain()))) == index


@given(DIRECTORIES)
def test_rows_lead_to_those_who_have_the_word(directory):
    index, people = NameIndex.of(directory), list(directory.people.values())
    for rows in index.people.values():
        assert all(people[row].reachable for row in rows)
        assert rows == sorted(set(rows))
    for words in index.people_by_sound.values():
        assert all(word in index.people for word in words.split())


def test_people_are_found_by_every_word_of_their_names():
    index = index_of(ANA, KEVIN)
    assert set(index.people) == {"ana", "lima", "kevin", "park", "kev", "kpark"}
    assert index.people["kevin"] == index.people["kpark"] == [1]


def test_who_cannot_be_written_to_is_not_found():
    gone = Person("U3", "Kevin Stone", "kev", "stone", reachable=False)
    index = index_of(gone, KEVIN)
    assert index.people["kevin"] == [1]
    assert "stone" not in index.people
    assert not any("stone" in words.split() for words in index.people_by_sound.values())


def test_channels_are_found_run_together_in_short_and_by_word():
    index = index_of(Conversation("C1", "dev-ops", "channel"), Conversation("C2", "hr", "group"))
    assert index.channels == {"devops": [0], "hr": [1]}
    assert index.channels_in_short["hr"] == [1]
    assert index.channels_by_word == {"dev": [0], "ops": [0], "hr": [1]}


def test_group_messages_are_found_by_who_is_in_them_in_any_order():
    index = index_of(
        Conversation("G1", "mpdm-a--b--c-1", "mpim", ("U2", "U1")),
        Conversation("D1", "", "im", ("U1",)),
    )
    assert index.groups == {"U1 U2": [0]}
    assert index.channels == {}
