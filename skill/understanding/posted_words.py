"""What a part of a reading would post: said to its hearers, with the marks dictated. Pure."""

from dataclasses import replace
from functools import cached_property

from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import fold, words
from skill.understanding.emoji.dictated import with_emoji
from skill.understanding.indirect import English, Hearers, Speech, Turned, indirect
from skill.understanding.language import Language
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address import Address
from skill.understanding.readings.reading import Part
from skill.understanding.verdict import Message
from skill.understanding.wording.punctuation import punctuated, quoted


class PostedWords:
    """Writes messages in one language."""

    def __init__(self, language: Language, names: NameSpans, *, writes_marks: bool) -> None:
        """With `writes_marks` punctuation and emoji that were dictated by name are written."""
        self._language, self._writes_marks = language, writes_marks
        self._names = names

    @cached_property
    def _indirect(self) -> English | None:
        return indirect(self._language.name)

    def message(
        self, phrase: Phrase, part: Part, mentions: tuple[Candidate, ...]
    ) -> tuple[Message, bool]:
        """Return what a part would post, and whether its words are surely right."""
        text = " ".join(filter(None, (phrase.between(start, end) for start, end in part.runs)))
        address = part.address
        turned = self._turned(phrase, text, part)
        is_sure = turned is None or turned.is_certain
        text = self.marked(turned.text if turned else text)
        resolutions = address.resolutions if address and not address.is_everyone else ()
        return Message(text, resolutions, mentions, _by_full_name(address)), is_sure

    def to_look_for_marks(self, text: str) -> str:
        """Return a text in which a mark that is still a word was not meant to be written."""
        return self.marked(text) if self._writes_marks else ""

    def marked(self, text: str) -> str:
        """Return a text with the marks and emoji that were dictated, where they are written."""
        if not self._writes_marks:
            return text
        return with_emoji(punctuated(quoted(text, self._language), self._language), self._language)

    def _turned(self, phrase: Phrase, text: str, part: Part) -> Turned | None:
        if part.address is None and part.speech is Speech.TELL:
            return None
        if not text and part.speech in (Speech.TELL, Speech.ASK, Speech.ORDER, Speech.REMIND):
            return None
        first = part.runs[0][0] if part.runs else 0
        is_linked = first > 0 and phrase.spoken[first - 1 : first] in self._language.that
        if self._indirect is None or (is_linked and phrase.spoken[first:][:1] in self._language.to):
            return None
        turned = self._indirect.turned(text, part.speech, _hearers(part.address))
        if turned is None or not self._speaks_of_another(Phrase(text).spoken):
            return turned
        # "Wei's back she's ill" is of Wei.
        return None if part.speech is Speech.TELL else replace(turned, is_certain=False)

    def _speaks_of_another(self, spoken: NameWords) -> bool:
        """Whether somebody is named before a "she", by no common word."""
        known, forms = self._language.words, self._language.complements
        thirds = self._language.signs["third_persons"]
        first = next((at for at, word in enumerate(spoken) if (word,) in thirds), 0)
        for at, word in enumerate(spoken[:first]):
            alone = word.removesuffix("s")
            common = alone in known or word in known or bool(forms.kinds(alone))
            if not common and (self._names.named(spoken[:first], at) or self._is_name(alone)):
                return True
        return False

    def _is_name(self, word: str) -> bool:
        return self._names.named((word,), 0) > 0


def _by_full_name(address: Address | None) -> bool:
    """Whether one person is named by the whole name, as it is written."""
    people = address.people if address and address.is_certain else ()
    one = len(people) == 1 and people[0].kind is Kind.PERSON
    return one and people[0].score == EXACT and people[0].why == "name"


def _hearers(address: Address | None) -> Hearers:
    people = address.people if address else ()
    if len(people) != 1 or people[0].kind is not Kind.PERSON:
        return Hearers(several=True)
    first = words(people[0].name)
    is_full = address is not None and address.end - address.start > 1
    return Hearers(fold(first[0].spoken) if first else "", is_full=is_full)
