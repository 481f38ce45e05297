"""Whom and what the words of one turn may name: the workspace's names and the speaker's own."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

from postbox.directory.entries import Directory
from postbox.directory.names.index import NameIndex
from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import words
from postbox.links.link import Link
from postbox.links.stores.aliases import Alias
from skill.turn.context import Turn
from skill.turn.name_book import NameBook, name_book
from skill.turn.parts import KnownNames
from skill.turn.request import Request
from skill.understanding.language import language
from skill.understanding.names.aloud import told_apart
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.names.recipients import RecipientReader, Recipients
from skill.understanding.names.resolution import Resolver, Searches
from skill.understanding.understanding import Understanding


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

    def among(self, spoken: str, candidates: tuple[Candidate, ...]) -> Recipients:
        """Return which of the candidates these words name; as it was offered, each is itself."""
        known = self.book.directory
        offered = zip(candidates, told_apart(candidates, known), strict=True)
        alone = tuple(candidate for candidate, name in offered if _words(name) == _words(spoken))
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
    def speaker(self) -> Candidate:
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
            resolver, language(self.request.locale), self.speaker, writes_marks=self.writes_marks
        )


def _words(spoken: str) -> NameWords:
    return tuple(word.spoken for word in words(spoken))
