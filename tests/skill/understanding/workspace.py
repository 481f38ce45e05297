"""A small workspace to understand phrases in, and one of any names."""

from collections.abc import Mapping

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.index import NameIndex
from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import words
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.names.recipients import RecipientReader, Recipients
from skill.understanding.names.resolution import Resolution, Resolver, Searches
from skill.understanding.understanding import Understanding
from skill.understanding.understood import Understood
from skill.understanding.verdict import Verdict

ENGLISH = language("en-US")

PEOPLE = (
    Person("U1", "Kevin Park", "kevin p", "kevin.park"),
    Person("U2", "Ana Lima (she/her)", "", "alima"),
    Person("U3", "Stephen Thompson", "Steve", "sthompson"),
    Person("U4", "Catherine O'Brien", "", "cobrien"),
    Person("U5", "José Muñoz", "", "jmunoz"),
    Person("U6", "Robert Miller", "", "rmiller"),
    Person("U7", "Giselle Novak", "", "giselle"),
    Person("U8", "Marta Sato", "", "marta"),
    Person("U9", "Marta Stone", "", "marta2"),
    Person("UA", "Old Kevin", reachable=False),
)
CHANNELS = (
    Conversation("C1", "general", "channel"),
    Conversation("C2", "random", "channel"),
    Conversation("C3", "dev-ops", "channel"),
    Conversation("C4", "q3-planning", "channel"),
    Conversation("C5", "eng_infra", "group"),
    Conversation("C6", "help-desk-us", "channel"),
    Conversation("C7", "marketing", "channel"),
    Conversation("C8", "research-and-development", "channel"),
    Conversation("D1", "", "im", ("U1",)),
    Conversation("G1", "mpdm-giselle--kevin.park--alima-1", "mpim", ("U1", "U2")),
)
TEAM = Directory.of(PEOPLE, CHANNELS)


def spoken(text: str) -> NameWords:
    """Return a text as the words that are resolved."""
    return tuple(word.spoken for word in words(text))


def resolver(
    directory: Directory = TEAM,
    aliases: Mapping[str, Candidate] | None = None,
    favourites: frozenset[str] = frozenset(),
    votes: frozenset[str] = frozenset(),
) -> Resolver:
    """Return what resolves names of a directory in English."""
    index = NameIndex.of(directory)
    searches = Searches(directory, index, ENGLISH.given_names, ENGLISH.words)
    return Resolver(searches, aliases, favourites, votes)


def resolve(name: str, directory: Directory = TEAM) -> Resolution:
    """Return what a name means in a directory."""
    return resolver(directory).resolve(spoken(name))


def recipients(name: str, directory: Directory = TEAM) -> Recipients:
    """Return whom words name in a directory."""
    return RecipientReader(resolver(directory), ENGLISH).read(spoken(name))


def understanding(directory: Directory = TEAM, **options: Mapping[str, Candidate]) -> Understanding:
    """Return what understands phrases against a directory in English."""
    return Understanding(resolver(directory, **options), ENGLISH)


def said_after_send(phrase: str, directory: Directory = TEAM) -> Understood:
    """Return how a phrase after "send" is understood."""
    return understanding(directory).understand(phrase, Carrier.TEXT)


def said_after_tell(phrase: str, directory: Directory = TEAM) -> Understood:
    """Return how a phrase after "tell" is understood."""
    return understanding(directory).understand(phrase, Carrier.RECIPIENT)


def alias(identifier: str, name: str, kind: Kind = Kind.PERSON) -> Candidate:
    """Return what a learned name means."""
    return Candidate(identifier, name, kind, EXACT, "learned name")


def ids(understood: Understood) -> list[str]:
    """Return the ids of the first candidate of each recipient."""
    return [
        resolution.candidates[0].id
        for resolution in understood.resolutions
        if resolution.candidates
    ]


def verdict_on(understanding: Understanding, said: str) -> Verdict:
    """Return the verdict on "carrier: phrase"."""
    carrier, phrase = said.strip().split(": ", 1)
    return understanding.judge(phrase, Carrier(carrier))


def rows(*tables: str) -> list[str]:
    """Return the lines of tables."""
    return [line.strip() for table in tables for line in table.strip().splitlines()]
