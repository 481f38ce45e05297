"""Phrases that speak of a message: "a message to kevin saying ...". Pure."""

from collections.abc import Callable

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.recipients import RecipientReader, Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.readings.front import FrontReader
from skill.understanding.readings.reading import Reading

_LONGEST_NAMES = 10


class MessageReader:
    """Reads phrases that say that there is a message."""

    def __init__(
        self,
        reader: RecipientReader,
        front: FrontReader,
        language: Language,
        text: Callable[[Phrase, int], Reading],
    ) -> None:
        """Read in this language; `text` reads the words from a place on as text."""
        self._reader = reader
        self._front = front
        self._language = language
        self._text = text

    def is_addressed(self, phrase: Phrase, at: int) -> bool:
        """Whether "a message to ..." stands at a word."""
        end = at + self._noun(Phrase(phrase.between(at, len(phrase)))) if at < len(phrase) else at
        return end > at and longest_at(self._language.to, phrase.spoken, end) > 0

    def read(self, phrase: Phrase) -> Reading | None:
        """Read "a message to kevin saying ...", "a message saying ...", "a message"."""
        spoken, at = phrase.spoken, self._noun(phrase)
        if not at:
            return None
        if at == len(spoken):
            return Reading(Recipients(()), at, at)
        preposition = longest_at(self._language.addressing, spoken, at)
        if preposition and at + preposition < len(spoken):
            return self._to_named(phrase, at + preposition, at)
        linker = self._front.linkers.length_at(phrase, at)
        follows = linker or self._is_followed(spoken, at)
        return self._text(phrase, at + linker if follows else 0)

    def _is_followed(self, spoken: NameWords, at: int) -> bool:
        """Whether the text follows: "the message lunch is here", not "the message is long"."""
        language = self._language
        if longest_before(language.following, spoken, at):
            return True
        if spoken[:1] in language.indefinite:
            return spoken[at : at + 1] in language.beginnings
        named = longest_before(language.naming, spoken, at)
        return bool(named) and not longest_at(language.after_naming, spoken, at)

    def read_to(self, phrase: Phrase) -> Reading | None:
        """Read "kevin a message saying ..."."""
        for place in range(1, min(len(phrase), _LONGEST_NAMES)):
            noun = self._noun(Phrase(phrase.between(place, len(phrase))))
            if not noun:
                continue
            linker = self._front.linkers.length_at(phrase, place + noun)
            ends = place + noun == len(phrase)
            recipients = self._reader.read(phrase.spoken[:place])
            known = recipients.certainty is not Certainty.UNKNOWN
            named = linker and self._reader.looks.is_like_a_name(phrase.spoken[:place])
            if (known and (linker or ends)) or named:
                return Reading(recipients, place + noun + linker, len(phrase))
        return None

    def _to_named(self, phrase: Phrase, at: int, noun_end: int) -> Reading:
        named = self._front.read(phrase, at, linked_surely=True)
        linked = self._front.linkers.is_linked(phrase, named.start, named.end)
        if linked or named.certainty is not Certainty.UNKNOWN:
            return named
        text = self._text(phrase, noun_end if self._is_followed(phrase.spoken, noun_end) else 0)
        refused = text.recipients.resolutions and text.certainty is Certainty.UNKNOWN
        is_name = self._reader.looks.is_like_a_name(phrase.spoken[at : at + 1])
        return named if refused or is_name else text

    def _noun(self, phrase: Phrase) -> int:
        """Return where "a quick message" at the beginning ends; 0 when there is none."""
        spoken, language = phrase.spoken, self._language
        at = longest_at(language.determiners, spoken, 0)
        while length := longest_at(language.message_adjectives, spoken, at):
            if longest_at(language.messages, spoken, at) >= length:
                break
            at += length
        length = longest_at(language.messages, spoken, at)
        return at + length if length else 0
