"""Whom and what the words of one turn may name: the workspace's names and the speaker's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self

from postbox.directory.entries import Directory
from postbox.directory.names.index import NameIndex, Names
from postbox.directory.names.spelling import NameWords, channel_words
from postbox.directory.names.words import words
from postbox.links.link import Link
from postbox.links.stores.aliases import Alias
from skill.turn.context import Turn
from skill.turn.parts import KnownNames
from skill.turn.request import Request
from skill.understanding.language import language
from skill.understanding.names.aloud import told_apart
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.names.recipients import RecipientReader, Recipients
from skill.understanding.names.resolution import Resolver, Searches
from skill.understanding.understanding import Understanding


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


@dataclass(frozen=True)
class Naming:
    """Resolves names in one turn."""

    request: Request
    link: Link
    names: KnownNames

    @classmethod
    def of(cls, turn: Turn) -> Self:
        """Begin to name; raises NotLinked and MailboxUnavailable."""
        return cls(turn, turn.link, turn.names)

    @cached_property
    def book(self) -> NameBook:
        """The workspace's names; raises MailboxUnavailable."""
        return name_book(self.names.of(self.link.team_id), self.request.locale)

    @cached_property
    def aliases(self) -> list[Alias]:
        """What the speaker calls people and conversations; raises MailboxUnavailable."""
        return self.names.aliases.of(self.link.link_id)

    def prepare(self, spoken: str) -> None:
        """Have the names at hand that these words may mean, with few reads."""
        self.book.prepare(_words(spoken))

    def recipients(self, spoken: str) -> Recipients:
        """Return whom these words name."""
        self.prepare(spoken)
        return self.understanding.reader.read(_words(spoken))

    def all_named(self, spoken: str) -> Recipients:
        """Return whom these words name; "both Kevins" are all who have that name."""
        named = self.recipients(spoken)
        same = self.understanding.reader.namesakes(_words(spoken))
        return Recipients(same) if same and named.least_score < EXACT else named

    def among(self, spoken: str, candidates: tuple[Candidate, ...]) -> Recipients:
        """Return which of the candidates these words name; as it was offered, each is itself."""
        known = self.book.directory
        offered = zip(candidates, told_apart(candidates, known), strict=True)
        said = channel_words(spoken)
        alone = tuple(candidate for candidate, name in offered if channel_words(name) == said)
        candidates = alone if len(alone) == 1 else candidates
        few = Directory.of(
            (
                known.people[candidate.id]
                for candidate in candidates
                if candidate.id in known.people
            ),
            (
                known.conversations[candidate.id]
                for candidate in candidates
                if candidate.id in known.conversations
            ),
        )
        resolver = Resolver(Searches(few, NameIndex.of(few)))
        return RecipientReader(resolver, language(self.request.locale)).read(_words(spoken))

    @property
    def oneself(self) -> Candidate:
        """The speaker, to whom "to me" goes: Slack's notes to oneself."""
        link = self.link
        known = self.book.speaker(link.user_id)
        return known or Candidate(link.user_id, link.user_name, Kind.PERSON, EXACT, "the speaker")

    @property
    def writes_marks(self) -> bool:
        """Whether punctuation that was dictated by name is written; raises MailboxUnavailable."""
        return True

    @cached_property
    def understanding(self) -> Understanding:
        """What takes phrases apart; raises MailboxUnavailable."""
        taught = {
            alias.key: Candidate(
                self.link.place_now(alias.target_id),
                alias.target_name,
                Kind(alias.kind),
                EXACT,
                "learned name",
            )
            for alias in self.aliases
        }
        resolver = Resolver(
            self.book.searches, taught, self.book.favourites, self.request.resolved_ids
        )
        return Understanding(
            resolver, language(self.request.locale), self.oneself, writes_marks=self.writes_marks
        )


def _words(spoken: str) -> NameWords:
    return tuple(word.spoken for word in words(spoken))
