"""From a dictated phrase to recipients and text. Pure.

Alexa gives one phrase, and of the words that led to it only the kind is known: after "tell" the
recipient comes first, after "send" the text does, with the recipient behind it or nowhere.
"""

from dataclasses import replace

from skill.understanding.carrier import Carrier
from skill.understanding.language import Language, longest_at
from skill.understanding.mentions import MentionReader
from skill.understanding.names.candidate import NAMED_FROM, Candidate, Kind
from skill.understanding.names.recipients import RecipientReader, Recipients
from skill.understanding.names.resolution import DOUBTFUL_FROM, Certainty, Resolver
from skill.understanding.phrase import Phrase
from skill.understanding.readings.behind import BehindReader
from skill.understanding.readings.front import FrontReader
from skill.understanding.readings.messages import MessageReader
from skill.understanding.readings.reading import Reading
from skill.understanding.understood import Understood

_CLAUSE = 5
"""Within so many words a clause has its verb, mostly."""


class Understanding:
    """Understands the phrases of one link."""

    def __init__(self, resolver: Resolver, language: Language) -> None:
        """Resolve names by this resolver, in this language."""
        self._language = language
        self.reader = RecipientReader(resolver, language)
        self._front = FrontReader(self.reader, language)
        self._behind = BehindReader(self.reader, language)
        self._messages = MessageReader(self.reader, self._front, language, self._text)
        self.mentions = MentionReader(self.reader, language)

    def understand(self, dictated: str, carrier: Carrier) -> Understood:
        """Return the best reading of a phrase; no word of it is lost."""
        phrase = Phrase(dictated)
        reading = self._read(phrase, carrier)
        mentioned = self.mentions.read(phrase, reading.start, reading.end)
        if mentioned:
            return _understood(phrase, replace(reading, end=mentioned.place), mentioned.people)
        behind = self.mentions.read(phrase, 0, len(phrase))
        if behind and behind.place < len(phrase):
            rest = Phrase(phrase.between(0, behind.place))
            return _understood(phrase, self._read(rest, carrier), behind.people)
        return _understood(phrase, reading)

    def speaks_of_a_message(self, phrase: Phrase, at: int) -> bool:
        """Whether "a message to ..." stands there, behind a verb that need not be known."""
        return self._messages.is_addressed(phrase, at)

    def _read(self, phrase: Phrase, carrier: Carrier) -> Reading:
        if carrier.names_first:
            return self._after_tell(phrase)
        return self._after_send(phrase)

    def _after_tell(self, phrase: Phrase) -> Reading:
        front = self._front.read(phrase, 0)
        alike = front.recipients.least_score < NAMED_FROM
        if alike or not front.recipients.resolutions:
            behind = self._behind.read(phrase, 0, len(phrase))
            if behind and behind.end and self._is_better(behind, front, phrase):
                return behind
        return front

    def _is_better(self, behind: Reading, front: Reading, phrase: Phrase) -> bool:
        """Whether "text lunch is here to ana" names somebody behind rather than in front."""
        if front.recipients.explicit or self._front.linkers.parts_names(phrase):
            return False
        unknown = front.certainty is Certainty.UNKNOWN
        return behind.recipients.least_score >= (DOUBTFUL_FROM if unknown else NAMED_FROM)

    def _after_send(self, phrase: Phrase) -> Reading:
        return (
            self._messages.read(phrase)
            or self._leading(phrase)
            or self._messages.read_to(phrase)
            or self._named_first(phrase)
            or self._text(phrase, 0)
        )

    def _leading(self, phrase: Phrase) -> Reading | None:
        """Read "to general we're live"; "in general it works" may be all text."""
        spoken, language = phrase.spoken, self._language
        if not phrase.begins_with_words:
            return None
        to = longest_at(language.to, spoken, 0)
        into = longest_at(language.into, spoken, 0)
        if to:
            named = self._front.read(phrase, to, linked_surely=True)
            if named.start < named.end and self._front.linkers.is_linked(
                phrase, named.start, named.end
            ):
                return named
        reading = self._front.read_surely(phrase, to or into) if to or into else None
        if reading is None or to or reading.recipients.explicit:
            return reading
        found = [each.candidates[0].kind for each in reading.recipients.resolutions]
        if Kind.PERSON in found:
            return None
        return replace(reading, is_doubtful=longest_at(language.idioms, spoken, 0) > 0)

    def _named_first(self, phrase: Phrase) -> Reading | None:
        """Read "kevin park the link is broken": behind a name nobody begins a sentence so."""
        named = self._front.read_surely(phrase, 0)
        following = phrase.spoken[named.start : named.start + 1] if named else ()
        if named is None or following not in self._language.beginnings:
            return None
        if named.certainty is Certainty.UNKNOWN:
            return None
        clause = phrase.spoken[named.start : named.start + _CLAUSE]
        is_clause = any((word,) in self._language.be for word in clause)
        if not (is_clause or self.reader.looks.may_come_first(phrase.spoken[: named.start])):
            return None
        behind = self._text(phrase, 0)
        if behind.recipients.explicit or behind.recipients.least_score > NAMED_FROM:
            return None
        full_name = named.start > 1 and len(named.recipients.resolutions) == 1
        return replace(named, is_doubtful=not full_name)

    def _text(self, phrase: Phrase, start: int) -> Reading:
        behind = self._behind.read(phrase, start, len(phrase))
        return behind or Reading(Recipients(()), start, len(phrase))


def _understood(
    phrase: Phrase, reading: Reading, mentions: tuple[Candidate, ...] = ()
) -> Understood:
    start, end = phrase.span(reading.start, reading.end)
    return Understood(
        resolutions=reading.recipients.resolutions,
        is_doubtful=reading.is_doubtful,
        before=phrase.text[:start],
        text=phrase.text[start:end],
        after=phrase.text[end:],
        mentions=mentions,
    )
