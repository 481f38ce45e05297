"""A directory by the words of its names."""

from hypothesis import given

from postbox.directory.entries import Conversation, Directory, FormerConversation, Person
from postbox.directory.names.index import NameIndex, Unreachable, Why
from tests.postbox.directory.names.made import DIRECTORIES

KEVIN, ANA = Person("U1", "Kevin Park", "kev", "kpark"), Person("U2", "Ana Lima")
STONE = Person("U3", "Kevin Stone", "kev", "stone", reachable=False)
DEV_OPS, HR = Conversation("C1", "dev-ops", "channel"), Conversation("C2", "hr", "group")


def index_of(*records: Person | Conversation) -> NameIndex:
    people = [record for record in records if isinstance(record, Person)]
    conversations = [record for record in records if isinstance(record, Conversation)]
    return NameIndex.of(Directory.of(people, conversations))


@given(DIRECTORIES)
def test_words_lead_to_those_who_have_them_and_can_be_written_to(directory):
    index = NameIndex.of(directory)
    for people in index.people.values():
        assert people
        assert all(person.reachable for person in people)
        assert len({person.id for person in people}) == len(people)
    words = {word for members in index.people_by_sound.values() for word in members.split()}
    assert words == set(index.people)
    assert all(map(index.has_word, words))


def test_people_are_found_by_every_word_of_their_names():
    index = index_of(ANA, KEVIN)
    assert set(index.people) == {"ana", "lima", "kevin", "park", "kev", "kpark"}
    assert index.people["kevin"] == index.people["kpark"] == (KEVIN,)
    assert index.has_word("kevin")
    assert not index.has_word("giselle")


def test_who_cannot_be_written_to_is_found_apart_from_the_others():
    index = index_of(STONE, KEVIN)
    gone = Unreachable("U3", "Kevin Stone", "person", Why.LEFT)
    assert index.people["kevin"] == (KEVIN,)
    assert not index.has_word("stone")
    assert index.unreachable["kevinstone"] == index.unreachable_words["stone"] == (gone,)


def test_first_names_are_counted_over_all_who_have_them():
    assert index_of(STONE, KEVIN, ANA).first_names == {"kevin": 2, "ana": 1}


def test_channels_are_found_run_together_in_short_and_by_word():
    index = index_of(DEV_OPS, HR)
    assert index.channels == {"devops": (DEV_OPS,), "hr": (HR,)}
    assert index.channels_in_short["hr"] == (HR,)
    assert index.channels_by_word == {"dev": (DEV_OPS,), "ops": (DEV_OPS,), "hr": (HR,)}
    assert set(index.channel_skeletons) == set(index.channels_by_sound)


def test_channels_that_ended_or_have_another_name_are_no_channels():
    renamed = Conversation("C1", "platform", "channel", former_names=("dev-ops",))
    former = FormerConversation("C9", "q3-plan", "channel", 5.0)
    index = NameIndex.of(Directory.of([], [renamed], [former]))
    assert set(index.channels) == {"platform"}
    assert index.unreachable == {
        "devops": (Unreachable("C1", "dev-ops", "channel", Why.RENAMED, "platform"),),
        "q3plan": (Unreachable("C9", "q3-plan", "channel", Why.ARCHIVED),),
    }


def test_direct_messages_are_found_by_who_is_in_them_and_groups_in_any_order():
    group = Conversation("G1", "mpdm-a--b--c-1", "mpim", ("U2", "U1"))
    index = index_of(group, Conversation("D1", "", "im", ("U1",)))
    assert index.groups == {"U1 U2": (group,)}
    assert index.direct == {"U1": "D1"}
    assert index.channels == {}
