"""Whether the name in front goes on in the text, so that another one may be meant. Pure.

"Bob stone cold soup is fine" may be for Bob Stone or for Bob, "lunch train ..." for a channel that
is gone.
"""

from collections.abc import Iterator
from functools import cached_property

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.indirect import Speech
from skill.understanding.language import Language, PhraseSet
from skill.understanding.names.candidate import Kind
from skill.understanding.names.facts import NameFacts
from skill.understanding.names.recipients import RecipientReader
from skill.understanding.names.resolution import DOUBTFUL_FROM, Wanted
from skill.understanding.phrase import Phrase
from skill.understanding.readings.reading import Part
from skill.understanding.sentences.shapes import WELL, Shapes

_ALIKE = Wanted(Kind.PERSON)
_FULL = 2


class NameGoesOn:
    """Looks at the words where a name ends and its text begins."""

    def __init__(
        self, language: Language, names: NameFacts, shapes: Shapes, reader: RecipientReader
    ) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._names = names
        self._shapes = shapes
        self._reader = reader

    def at(self, phrase: Phrase, part: Part) -> Iterator[Sign]:
        """Yield the text's first word, or the name's last one, where it may be the other's."""
        yield from self._nearly_named(phrase, part)
        spoken = phrase.spoken
        if self._may_be_cut_elsewhere(part, spoken):
            yield Sign(SignKind.NEARLY_NAMED, spoken[part.runs[0][0] - 1])
        if self._is_of_what_is_gone(phrase, part):
            yield Sign(SignKind.NEARLY_NAMED, spoken[part.runs[0][0]])

    def _is_of_what_is_gone(self, phrase: Phrase, part: Part) -> bool:
        """Whether the name goes on in the text as one that is gone: "lunch train ..."."""
        if part.address is None or part.runs[0][0] != part.address.end:
            return False
        start, first = part.address.start, part.runs[0][0]
        ends = range(first + 1, min(len(phrase), first + _FULL) + 1)
        return any(self._names.has_left(phrase.spoken[start:end]) for end in ends)

    @cached_property
    def _glue(self) -> PhraseSet:
        """Words that begin a text and are no last names, however they sound."""
        known = self._language
        small = known.not_names | known.before_nouns | known.pronouns | known.modals | known.be
        small |= known.signs["fillers"]
        return small | known.subjects | known.beginnings | known.prepositions | known.to

    def _nearly_named(self, phrase: Phrase, part: Part) -> Iterator[Sign]:
        """Yield a text's first word where it sounds like the last name that was left out."""
        address = part.address
        if not ends_in_a_first_name(part) or address is None:
            return
        first, spoken = part.runs[0][0], phrase.spoken
        word = spoken[first]
        if word == spoken[first - 1] and (word,) not in self._language.modals:
            yield Sign(SignKind.NEARLY_NAMED, word)
        if (word,) in self._glue:
            return
        meant = address.people[-1]
        for last in dict.fromkeys((word, word.removesuffix("s"))):
            found, _ = self._reader.one((spoken[first - 1], last), _ALIKE)
            likely = found.candidates[0] if found.best_score >= DOUBTFUL_FROM else None
            if likely and likely.id == meant.id and likely.why.startswith("name"):
                yield Sign(SignKind.NEARLY_NAMED, word)
                return

    def _may_be_cut_elsewhere(self, part: Part, spoken: NameWords) -> bool:
        """Whether the last word of a full name may be the text's: "bob stone cold soup is fine".

        The first name alone means the same one, or them among others, and the text does not surely
        begin behind both.
        """
        address = part.address
        if address is None or address.end - address.start != _FULL or len(address.resolutions) > 1:
            return False
        if part.speech not in (Speech.TELL, Speech.ASK):
            return False
        first = part.runs[0][0]
        last, text = spoken[address.end - 1], spoken[first:]
        if first != address.end or last not in self._language.words or len(text) == 1:
            return False
        asked = part.speech is Speech.ASK and text[:1] in self._language.signs["asking_words"]
        begins = self._shapes.begins(text) >= WELL or text[:1] in self._language.to
        if asked or begins or self._shapes.subjects.begins_behind(spoken, first):
            return False
        alone, _ = self._reader.one(spoken[address.start : address.start + 1], _ALIKE)
        return address.ids <= {candidate.id for candidate in alone.candidates}


def ends_in_a_first_name(part: Part) -> bool:
    """Whether somebody's single name, alone or the last of several, stands before the text."""
    address = part.address
    if address is None or part.names_behind or not (address.people and part.runs):
        return False
    said = address.resolutions[-1].spoken.split()
    is_person = address.people[-1].kind is Kind.PERSON
    return is_person and len(said) == 1 and part.runs[0][0] == address.end


def is_first_name(part: Part) -> bool:
    """Whether a single first name stands right before the text."""
    address = part.address
    if address is None or part.names_behind or len(address.resolutions) != 1:
        return False
    people = address.people
    is_person = bool(people) and people[0].kind is Kind.PERSON
    one_word = address.end - address.start == 1
    return is_person and one_word and bool(part.runs) and part.runs[0][0] == address.end
