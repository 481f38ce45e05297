"""Whether words are names of somebody or some place, as hearing has them. Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.names.candidate import PART_OF_CHANNEL, Kind
from skill.understanding.names.recipients import RecipientReader
from skill.understanding.names.resolution import Wanted
from skill.understanding.readings.addresses.address_reader import AddressReader

_NAMED, _WRITTEN = 2.6, 6.0
_PLACES = Wanted(Kind.CHANNEL)


class HeardNames:
    """What reading words may ask of names (names/facts.py), answered for one link."""

    def __init__(
        self, language: Language, reader: RecipientReader, addresses: AddressReader
    ) -> None:
        """Know the names that these readers know."""
        self._language, self._reader, self._addresses = language, reader, addresses

    def named(self, spoken: NameWords, at: int) -> int:
        """Return where a name that somebody has ends that begins at a word; 0 for none."""
        if at >= len(spoken):
            return 0
        found = self._addresses.exact_at(spoken, at)
        if not found or found.fit < _NAMED:
            return 0
        heard = found.end - at > 1 and found.fit < _WRITTEN
        return 0 if heard and self._is_glued(spoken[at : found.end]) else found.end

    def namesakes(self, spoken: NameWords, at: int) -> int:
        """Return where "both kevins", "the kevins" end that begin at a word; 0 for none."""
        leads = self._language.signs["both"] | self._language.determiners
        end = at + longest_at(leads, spoken, at) + 1
        return end if self._reader.namesakes(spoken[at:end]) else 0

    def _is_glued(self, name: NameWords) -> bool:
        """Whether what only sounds like a name is little words: "hi to", "is sick"."""
        known = self._language
        small = known.not_names | known.be | known.before_nouns | known.modals | known.pronouns
        if longest_at(known.determiners, name, 0):
            return False
        return name[:1] in small or name[-1:] in small

    def is_place(self, spoken: NameWords) -> bool:
        """Whether words are a channel's name as it is written."""
        found = self._addresses.exact_at(spoken, 0) if spoken else None
        return bool(found and found.end == len(spoken) and found.is_public)

    def has_left(self, spoken: NameWords) -> bool:
        """Whether words name somebody who cannot be written to."""
        return self._reader.has_left(spoken)

    def had(self, spoken: NameWords) -> bool:
        """Whether a word is of the name of somebody who cannot be written to."""
        return len(spoken) == 1 and self._reader.had(spoken[0])

    def looks_like_a_name(self, spoken: NameWords) -> bool:
        """Whether words that mean nobody known are a name all the same."""
        return bool(spoken) and self._reader.looks.is_like_a_name(spoken)

    def is_in_a_name(self, word: str) -> bool:
        """Whether somebody's name has this word in it."""
        return self._reader.is_in_a_name(word)

    def is_in_a_place(self, word: str) -> bool:
        """Whether a channel's name of several words has this word in it."""
        found, _ = self._reader.one((word,), _PLACES)
        return any(candidate.why == PART_OF_CHANNEL for candidate in found.candidates)
