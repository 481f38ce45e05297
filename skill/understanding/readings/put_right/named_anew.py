"""Whom a text is rather for, behind words that no list has: "(ana) no sod it tell joy ...". Pure.

Nothing accounts for the words between, so what is read here is proposed, never sent at once.
"""

from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address import Address
from skill.understanding.readings.addresses.address_reader import AddressReader
from skill.understanding.readings.place import Place
from skill.understanding.readings.reading import Role
from skill.understanding.sentences.shapes import SURELY, Shapes

FITS = 2.6
"""A name that fits so well is meant."""
_MOST_BETWEEN = 7
_LITTLE = 2
_LONGEST_NAME = 3


class NamedAnew:
    """Finds who is named anew soon behind a name in front of a text."""

    def __init__(self, addresses: AddressReader, shapes: Shapes, language: Language) -> None:
        """Read names by this reader."""
        self._addresses = addresses
        self._shapes = shapes
        self._language = language
        self._signs = signs = language.signs
        self._verbs = signs["telling_verbs"] | signs["asking_verbs"] | signs["posting"]
        self._turns = signs["corrections"] | signs["interjections"] | signs["outcries"]
        own = language.subjects | language.pronouns | language.modals | language.to
        own = own | language.conjunctions | language.before_nouns | language.clauses
        self._governs = (own | signs["negations"] | signs["told_verbs"]) - signs["pointed_to"]

    def read(self, phrase: Phrase, at: Place, address: Address) -> tuple[Address, Place] | None:
        """Return who is named anew and where the text begins; None where nobody surely is."""
        spoken, start = phrase.spoken, at.place
        for place in range(start + 1, min(len(spoken) - 1, start + _MOST_BETWEEN)):
            if not any(self._turns_at(spoken, before) for before in range(start, place)):
                continue
            verb = longest_at(self._verbs, spoken, place)
            named = self._addresses.exact_at(spoken, place + verb)
            if named is None or named.fit < FITS or named.end >= len(spoken):
                continue
            if named.ids & address.ids or self._is_within_a_name(spoken, start, place, named.end):
                continue
            if self._is_own(spoken, start, place):
                return None
            if verb or self._begins(spoken, named.end):
                marks = (*at.marks, (address.start, named.start, Role.CORRECTED))
                return replace(named, is_guessed=True), Place(named.end, marks, at.is_private)
        return None

    def _is_within_a_name(self, spoken: NameWords, start: int, place: int, end: int) -> bool:
        """Whether a longer name ends there: the "crowlow" of "and savannah crowlow"."""
        longer = (
            self._addresses.exact_at(spoken, before)
            for before in range(max(start, place - _LONGEST_NAME), place)
        )
        return any(name is not None and name.end >= end for name in longer)

    def _turns_at(self, spoken: NameWords, at: int) -> bool:
        """Whether a phrase turns there: "no", "damn it", or a word that is none: "jings"."""
        language, word = self._language, spoken[at]
        turns = longest_at(self._turns, spoken, at)
        if turns:
            return longest_at(self._signs["no_hinges"], spoken, at) <= turns
        known = word in language.words or word in language.given_names
        known = known or bool(language.complements.kinds(word)) or (word,) in self._governs
        return word.isalpha() and len(word) > _LITTLE and not known

    def _is_own(self, spoken: NameWords, start: int, place: int) -> bool:
        """Whether what stands between has the name as its own: "i told joy", "if wei"."""
        between = spoken[start:place]
        return between[-1:] in self._governs or self._shapes.surely_tells(between)

    def _begins(self, spoken: NameWords, at: int) -> bool:
        """Whether a sentence surely begins there, and none that tells of the name."""
        language = self._language
        helps = language.modals | (language.be - self._signs["contracted"])
        rest = spoken[at:]
        tells = self._shapes.is_clause(rest) or any(word.endswith("s") for word in rest[1:-1])
        # "Never mind wei he's tired" tells of him.
        told_of = helps | self._signs["he_or_she"]
        return tells and self._shapes.begins(rest) >= SURELY and rest[:1] not in told_of
