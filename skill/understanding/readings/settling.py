"""Whom a message is for after corrections: "kevin no wait ana", "kevin but not ana". Pure."""

from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses import Address, AddressReader
from skill.understanding.readings.leads import Leads
from skill.understanding.readings.place import Place
from skill.understanding.readings.reading import Role
from skill.understanding.wording.corrections import corrections

FITS = 2.6
"""A name that fits so well is meant."""
_MOST_CORRECTIONS = 4
_WHOLE = 6


class Settling:
    """Carries out corrections of a recipient, where they are clear."""

    def __init__(self, addresses: AddressReader, leads: Leads, language: Language) -> None:
        """Read names by this reader."""
        self._addresses = addresses
        self._leads = leads
        self._language = language
        self._signs = language.signs
        self._prepositions = language.to | self._signs["in"]

    def settled(self, phrase: Phrase, at: Place, address: Address) -> tuple[Address, Place, bool]:
        """Return the recipient that stands, where reading goes on, and whether it was corrected."""
        corrected = False
        for _ in range(_MOST_CORRECTIONS):
            again = self._replaced(phrase, at, address) or self._narrowed(phrase, at, address)
            if again is None:
                break
            address, at = again
            corrected = True
        return address, at, corrected

    def _replaced(
        self, phrase: Phrase, at: Place, address: Address
    ) -> tuple[Address, Place] | None:
        """Read "no wait ana", "i mean kevin sato", "actually not marketing sales"."""
        start = self._leads.hesitated(phrase, at)
        found = next(corrections(phrase.spoken, self._language, start.place), None)
        if found is None or found.start != start.place:
            return None
        place, negated = found.end, False
        negation = longest_at(self._signs["negations"], phrase.spoken, place)
        if negation:
            denied = self._addresses.exact_at(phrase.spoken, place + negation)
            if denied is None or not denied.ids & address.ids:
                return None
            place, negated = denied.end, True
        said_again = place
        for words in (self._signs["telling_verbs"], self._prepositions):
            place += longest_at(words, phrase.spoken, place)
        again = place > said_again
        named = self._listed_exactly(phrase.spoken, place)
        if named is None:
            return None
        linked = self._leads.linkers.length_at(phrase, named.end)
        if not (found.is_sure or negated or linked or again or named.fit >= _WHOLE):
            return None
        if named.ids == address.ids and address.is_certain and not found.is_sure:
            return None
        marks = (*start.marks, (address.start, named.start, Role.CORRECTED))
        return named, Place(named.end, marks, at.is_private)

    def _listed_exactly(self, spoken: NameWords, at: int) -> Address | None:
        """Return who is named as written from a word on, several where an "and" joins them."""
        options = [
            address
            for address in self._addresses.options(spoken, at, alike=False)
            if address.is_known
        ]
        return options[0] if options and options[0].fit >= FITS else None

    def _narrowed(
        self, phrase: Phrase, at: Place, address: Address
    ) -> tuple[Address, Place] | None:
        """Read "but not to ana": that recipient gets nothing."""
        negation = longest_at(self._signs["negations"], phrase.spoken, at.place)
        if not negation:
            return None
        place = at.place + negation
        place += longest_at(self._prepositions, phrase.spoken, place)
        denied = self._addresses.exact_at(phrase.spoken, place)
        if denied is None:
            return None
        kept = tuple(
            resolution
            for resolution in address.resolutions
            if not (resolution.candidates and resolution.candidates[0].id in denied.ids)
        )
        if not kept:
            return None
        remaining = replace(address, resolutions=kept)
        marks = (*at.marks, (at.place, denied.end, Role.CORRECTED))
        return remaining, Place(denied.end, marks, at.is_private)
