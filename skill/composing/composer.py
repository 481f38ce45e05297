"""What composing works with in one turn: names, the draft, the speaker's clock and preference."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from typing import Self

from postbox.links.default_place import DefaultPlace, default_place
from skill.composing.draft import Draft
from skill.reading.reader import TellingReader
from skill.turn.context import Turn
from skill.turn.naming import Naming
from skill.turn.parts import Outbox, Speaker
from skill.turn.permission import Permission
from skill.turn.question import DRAFT
from skill.turn.timing import Timing
from skill.understanding.answers.edges import named_at_the_end
from skill.understanding.answers.sent.of_sent import OfSent, of_sent
from skill.understanding.answers.sent.patterns import left_out
from skill.understanding.answers.texts.asked_text import AskedText, asked_text
from skill.understanding.answers.texts.left_in_doubt import leaves_doubt
from skill.understanding.answers.whom.moved_to import Moved, moved_to, words_of
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.understanding import SaidText
from skill.understanding.understood import Understood
from skill.understanding.verdict import Preference
from skill.understanding.wording.mentions import Composed

READ_BACK = "read_back"
"""Under this name a link keeps when it wants messages read back."""

MARKS = "dictated_marks"
"""Under this name a link keeps whether marks dictated by name are written."""
WRITTEN, LEFT_AS_WORDS = "written", "words"


def read_back_in(chosen: Mapping[str, str]) -> Preference:
    """Return when messages are read back, among what a link chose; in doubt where it did not."""
    known = {str(preference): preference for preference in Preference}
    return known.get(chosen.get(READ_BACK, ""), Preference.IN_DOUBT)


@dataclass(frozen=True)
class Composer(Naming):
    """What composing works with in one turn: it understands and asks, and sends nothing."""

    speaker: Speaker
    find_zone: Callable[[], tzinfo | None]
    """The speaker's time zone; what tells no time asks for none."""

    @classmethod
    def of(cls, turn: Turn) -> Self:
        """Begin to compose; raises NotLinked and MailboxUnavailable."""
        return cls(turn, turn.link, turn.names, turn.speaker, lambda: turn.zone)

    @cached_property
    def zone(self) -> tzinfo | None:
        """The speaker's time zone, None where none is known."""
        return self.find_zone()

    @property
    def now(self) -> datetime:
        """When Alexa heard it, in the speaker's time zone, else in UTC."""
        return datetime.fromtimestamp(self.request.spoken_at, self.zone or UTC)

    @property
    def draft(self) -> Draft | None:
        """The draft that the last answer asked about, if any."""
        plain = self.request.question.remember.get(DRAFT) if self.request.question else None
        return Draft.from_plain(plain) if plain else None

    @cached_property
    def chosen(self) -> Mapping[str, str]:
        """What the speaker chose by voice; raises MailboxUnavailable."""
        return self.speaker.preferences.of(self.link.link_id)

    @property
    def writes_marks(self) -> bool:
        """Whether punctuation that was dictated by name is written; raises MailboxUnavailable."""
        return self.chosen.get(MARKS) != LEFT_AS_WORDS

    @cached_property
    def preference(self) -> Preference:
        """When the speaker wants a message read back; raises MailboxUnavailable."""
        return read_back_in(self.chosen)

    @property
    def reads_all_back(self) -> bool:
        """Whether also what is clear is read back; raises MailboxUnavailable."""
        return self.preference is Preference.ALWAYS

    def understand(self, dictated: str, carrier: Carrier) -> Understood:
        """Return a phrase taken apart; MailboxUnavailable without the names or the preference."""
        self.prepare(dictated)
        return self.understanding.understand(dictated, carrier, self.preference)

    def asked_text(self, dictated: str) -> AskedText:
        """Return what words are that were said where a text was asked for."""
        self.prepare(dictated)
        return asked_text(dictated, language(self.request.locale), self.understanding.names)

    def leaves_doubt(self, dictated: str, to: tuple[Candidate, ...]) -> bool:
        """Return whether words, which were no text for these, may have told of others."""
        self.prepare(dictated)
        known, present = language(self.request.locale), words_of([one.name for one in to])
        return leaves_doubt(dictated, known, self.understanding.names, present)

    def moved_to(self, dictated: str, to: tuple[Candidate, ...]) -> Moved | None:
        """Return to whom words move a message for these; None where they may be its text."""
        self.prepare(dictated)
        known, present = language(self.request.locale), words_of([one.name for one in to])
        return moved_to(dictated, known, self.understanding.names, present)

    def name_at_the_end(self, dictated: str) -> str:
        """Return the name that words end with, "" for none."""
        self.prepare(dictated)
        return named_at_the_end(dictated, language(self.request.locale), self.understanding.names)

    def of_sent(self, dictated: str, text: str = "") -> OfSent:
        """Return what words do to a message that was just sent, of this text where it is known."""
        self.prepare(dictated)
        return of_sent(dictated, language(self.request.locale), self.understanding.names, text)

    def left_out(self, dictated: str) -> tuple[str, ...]:
        """Return who is not to have what was just sent to several: "leave out ana"."""
        self.prepare(dictated)
        return left_out(dictated, language(self.request.locale), self.understanding.names)

    def said_to(self, dictated: str, to: tuple[Candidate, ...]) -> SaidText:
        """Return words as a text for those who were named before."""
        self.prepare(dictated)
        return self.understanding.said_to(dictated, to)

    def composed(self, text: str, mentions: tuple[Candidate, ...]) -> Composed:
        """Return a text with its mentions as it is posted."""
        return self.understanding.mentions.composed(text, mentions)

    @property
    def place(self) -> DefaultPlace:
        """Where a message goes that names no place; raises MailboxUnavailable."""
        return default_place(self.link, self.chosen)

    @property
    def default(self) -> Candidate | None:
        """Who or what that is, None where there is none, or none of its name."""
        place = self.place
        if place.id is None:
            return None
        if place.is_oneself(self.link):
            return self.oneself
        kind = Kind.PERSON if place.id in self.book.directory.people else Kind.CHANNEL
        return Candidate(place.id, place.name, kind, EXACT, "default")

    @property
    def default_only(self) -> tuple[Candidate, ...]:
        """The default conversation as the only recipient, or none."""
        return (self.default,) if self.default else ()


@dataclass(frozen=True)
class SendingComposer(Composer):
    """What composing works with where a draft may be sent, and an answer to it read."""

    outbox: Outbox
    timing: Timing
    reader: TellingReader
    find_permission: Callable[[], Permission]
    """What the voice that speaks may; raises MailboxUnavailable."""

    @classmethod
    def of(cls, turn: Turn) -> Self:
        """Begin to compose what may be sent; raises NotLinked and MailboxUnavailable."""
        return cls(
            **vars(Composer.of(turn)),
            outbox=turn.outbox,
            timing=turn.timing,
            reader=TellingReader.of(turn),
            find_permission=lambda: turn.permission,
        )
