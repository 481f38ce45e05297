"""Where a message to a recipient goes, and which names Alexa is told of."""

from hypothesis import given, strategies as st

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.index import Names
from postbox.links.stores.aliases import Alias
from skill.alexa import dynamic_entities as likeliest
from skill.turn.naming import NameBook, name_book
from skill.understanding.names.candidate import Candidate, Kind

KEVIN, ANA = Person("U1", "Kevin Park"), Person("U2", "Ana Lima (she/her)")
GONE = Person("U3", "Old Kevin", reachable=False)
GENERAL, OPS = Conversation("C1", "general", "channel"), Conversation("C2", "dev-ops", "group")
WITH_ANA, WITH_GONE = Conversation("D1", "", "im", ("U2",)), Conversation("D2", "", "im", ("U3",))
GROUP = Conversation("G1", "mpdm-a--b-1", "mpim", ("U1", "U2"))
TEAM = Directory.of([KEVIN, ANA, GONE], [GENERAL, OPS, WITH_ANA, WITH_GONE, GROUP])


def book_of(directory: Directory) -> NameBook:
    return NameBook(Names.of(directory), "en-US")


def to(identifier: str, kind: Kind) -> Candidate:
    return Candidate(identifier, "", kind, 1.0, "")


def alias(spoken: str, identifier: str, name: str) -> Alias:
    return Alias("personal", spoken, identifier, name, "person", 1.0)


def told(directory: Directory, *aliases: Alias) -> dict[str, list[str]]:
    """Return what Alexa is told, by id."""
    found = likeliest.directive(Names.of(directory), list(aliases))
    if found is None:
        return {}
    (of_type,) = found.types
    assert of_type.name == "RECIPIENT"
    return {value.id: [value.name.value, *value.name.synonyms] for value in of_type.values}


def test_all_messages_to_one_person_go_to_one_place():
    book = book_of(TEAM)
    assert book.conversation_of(to("U2", Kind.PERSON)) == "U2"
    assert book.conversation_of(to("U1", Kind.PERSON)) == "U1"
    assert book.conversation_of(to("C1", Kind.CHANNEL)) == "C1"
    assert book.conversation_of(to("G1", Kind.GROUP)) == "G1"


def test_people_who_were_written_to_are_favourites():
    assert book_of(TEAM).favourites == {"U2", "U3"}


def test_one_generation_of_names_is_one_book():
    names = Names.of(TEAM)
    assert name_book(names, "en-US") is name_book(names, "en-US")
    assert name_book(names, "en-US") is not name_book(Names.of(TEAM), "en-US")


def test_alexa_is_told_of_learned_names_people_written_to_and_channels():
    assert told(TEAM, alias("boss", "U1", "Kevin Park")) == {
        "U1": ["Kevin Park", "boss"],
        "U2": ["Ana Lima (she/her)", "Ana"],
        "C1": ["general"],
        "C2": ["dev ops"],
    }


def test_two_learned_names_of_one_person_are_both_told():
    names = told(TEAM, alias("boss", "U2", "Ana Lima"), alias("chief", "U2", "Ana Lima"))
    assert {"boss", "chief"} <= set(names["U2"])


def test_without_names_there_is_nothing_to_tell():
    assert told(Directory()) == {}


def test_those_who_left_are_not_told_of():
    assert "U3" not in told(TEAM)


NAMES = st.text(alphabet="abc -(", max_size=8) | st.sampled_from(["Kevin", "Ana Lima", ""])
KINDS = st.sampled_from(["channel", "group", "mpim"])


@given(
    st.lists(NAMES, max_size=150), st.lists(st.tuples(NAMES, KINDS)), st.lists(NAMES, max_size=5)
)
def test_alexa_takes_no_more_than_a_hundred_values_and_synonyms(people, channels, learned):
    persons = [Person(f"U{n}", name, "", "handle") for n, name in enumerate(people)]
    rooms = [Conversation(f"C{n}", *channel) for n, channel in enumerate(channels)]
    direct = [Conversation(f"D{n}", "", "im", (person.id,)) for n, person in enumerate(persons)]
    aliases = [alias(name, "U0", "Ana Lima") for name in learned if name.strip()]
    names = told(Directory.of(persons, [*rooms, *direct]), *aliases)
    assert sum(map(len, names.values())) <= 100
    assert all(name.strip() for of_one in names.values() for name in of_one)
    assert all(len(set(of_one)) == len(of_one) for of_one in names.values())
