"""A workspace's names, ready to be resolved; kept between requests. Pure."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from postbox.directory.names.index import Names
from postbox.directory.names.spelling import NameWords
from skill.understanding.language import language
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.names.resolution import Searches


class NameBook:
    """What understanding needs of one generation of a directory."""

    def __init__(self, names: Names, locale: str) -> None:
        """Take a directory and its index."""
        self.names = names
        self.directory = names.directory
        known = language(locale)
        self.searches = Searches(names.directory, names.index, known.given_names, known.words)

    @property
    def direct(self) -> Mapping[str, str]:
        """Direct messages by the other person's user id."""
        return self.names.index.direct

    @cached_property
    def favourites(self) -> frozenset[str]:
        """People with whom there is a direct message: they are named first."""
        return frozenset(self.direct)

    def prepare(self, spoken: NameWords) -> None:
        """Have at hand what understanding a phrase may look up, with two reads in all."""
        self.searches.prepare(spoken)

    def speaker(self, user_id: str) -> Candidate | None:
        """Return the speaker as somebody who may be named, None while nobody knows the id."""
        person = self.directory.people.get(user_id)
        if person is None:
            return None
        return Candidate(person.id, person.full_name, Kind.PERSON, EXACT, "the speaker")

    def conversation_of(self, candidate: Candidate) -> str:
        """Return where a message to this recipient goes: a conversation id.

        For a person it is the user id, whether or not there is a direct message yet: the bridge
        opens it, and all messages to that person stay in one order.
        """
        return candidate.id


@lru_cache(maxsize=4)
def name_book(names: Names, locale: str) -> NameBook:
    """Return the book of these names, the same one for the same names."""
    return NameBook(names, locale)
