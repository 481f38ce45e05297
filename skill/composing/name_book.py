"""A workspace's names, ready to be resolved; kept between requests. Pure."""

from functools import cached_property, lru_cache

from postbox.directory.names.index import Names
from skill.understanding.language import language
from skill.understanding.names.candidate import Candidate
from skill.understanding.names.resolution import Searches


class NameBook:
    """What understanding needs of one generation of a directory."""

    def __init__(self, names: Names, locale: str) -> None:
        """Take a directory and its index."""
        self.directory = names.directory
        known = language(locale)
        self.searches = Searches(names.directory, names.index, known.given_names, known.words)

    @cached_property
    def direct(self) -> dict[str, str]:
        """Direct messages by the other person's user id."""
        return {
            each.with_users[0]: each.id
            for each in self.directory.conversations.values()
            if each.kind == "im" and each.with_users
        }

    @cached_property
    def favourites(self) -> frozenset[str]:
        """People with whom there is a direct message: they are named first."""
        return frozenset(self.direct)

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
