"""Where a message is composed: one turn's link, names, aliases and understanding."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import cached_property

from postbox.directory.entries import Directory
from postbox.directory.names.index import NameIndex
from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import words
from postbox.links.link import Link
from postbox.links.stores.aliases import Alias
from skill.composing.draft import Draft
from skill.composing.name_book import NameBook, name_book
from skill.services import Services
from skill.turn import Turn
from skill.understanding.language import language
from skill.understanding.mentions import Composed
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.names.recipients import RecipientReader, Recipients
from skill.understanding.names.resolution import Resolver, Searches
from skill.understanding.understanding import Carrier, Understanding
from skill.understanding.understood import Understood
from skill.zone import zone_of

DRAFT = "draft"
"""Under this name a question remembers the draft that it is about."""


@dataclass(frozen=True)
class Desk:
    """What composing works with in one turn."""

    turn: Turn
    link: Link
    services: Services

    @cached_property
    def book(self) -> NameBook:
        """The workspace's names; raises MailboxUnavailable."""
        return name_book(self.services.directories.names(self.link.team_id), self.turn.locale)

    @cached_property
    def aliases(self) -> list[Alias]:
        """What the speaker calls people and conversations; raises MailboxUnavailable."""
        return self.services.aliases.of(self.link.link_id)

    @cached_property
    def zone(self) -> tzinfo | None:
        """The speaker's time zone, None where none is known."""
        return zone_of(self.turn, self.link, self.services)

    @property
    def now(self) -> datetime:
        """When Alexa heard it, in the speaker's time zone, else in UTC."""
        return datetime.fromtimestamp(self.turn.spoken_at, self.zone or UTC)

    @property
    def draft(self) -> Draft | None:
        """The draft that the last answer asked about, if any."""
        plain = self.turn.question.remember.get(DRAFT) if self.turn.question else None
        return Draft.from_plain(plain) if plain else None

    def understand(self, dictated: str, carrier: Carrier) -> Understood:
        """Return a phrase taken apart; MailboxUnavailable without the names."""
        self.book.prepare(_words(dictated))
        return self._understanding.understand(dictated, carrier)

    def recipients(self, spoken: str) -> Recipients:
        """Return whom these words name."""
        self.book.prepare(_words(spoken))
        return self._understanding.reader.read(_words(spoken))

    def among(self, spoken: str, candidates: tuple[Candidate, ...]) -> Recipients:
        """Return which of the candidates these words name."""
        known = self.book.directory
        few = Directory.of(
            (known.people[each.id] for each in candidates if each.id in known.people),
            (known.conversations[each.id] for each in candidates if each.id in known.conversations),
        )
        resolver = Resolver(Searches(few, NameIndex.of(few)))
        return RecipientReader(resolver, language(self.turn.locale)).read(_words(spoken))

    def composed(self, text: str, mentions: tuple[Candidate, ...]) -> Composed:
        """Return a text with its mentions as it is posted."""
        return self._understanding.mentions.composed(text, mentions)

    @property
    def default(self) -> Candidate | None:
        """The default conversation, None where the workspace has none of its name."""
        link = self.link
        if link.default_conversation_id is None:
            return None
        name = link.default_conversation_name
        return Candidate(link.default_conversation_id, name, Kind.CHANNEL, EXACT, "default")

    @property
    def default_only(self) -> tuple[Candidate, ...]:
        """The default conversation as the only recipient, or none."""
        return (self.default,) if self.default else ()

    @cached_property
    def _understanding(self) -> Understanding:
        taught = {
            each.key: Candidate(
                each.target_id, each.target_name, Kind(each.kind), EXACT, "learned name"
            )
            for each in self.aliases
        }
        resolver = Resolver(
            self.book.searches, taught, self.book.favourites, self.turn.resolved_ids
        )
        return Understanding(resolver, language(self.turn.locale))


def _words(spoken: str) -> NameWords:
    return tuple(each.spoken for each in words(spoken))
