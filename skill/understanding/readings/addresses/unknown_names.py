"""Words that look like a name and mean nobody known: how far they go. Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.resolution import Certainty, Resolution
from skill.understanding.readings.addresses.address import Address
from skill.understanding.readings.addresses.single_names import LONGEST_NAME

_LONGEST_UNKNOWN = 4
_EXPLICIT = 3.0
"""So well "the ... channel" fits, though there is none of that name."""


class UnknownNames:
    """Reads names that nobody has."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._signs = language.signs

    def at(self, spoken: NameWords, at: int) -> Address:
        """Return the words from a word on that name nobody, as far as a name likely goes."""
        end = self._unknown_end(spoken, at)
        named = longest_before(self._language.channel_words, spoken, end)
        explicit = named > 0
        start = at + longest_at(self._language.determiners, spoken, at) if explicit else at
        name = spoken[start : end - named] or spoken[at:end]
        resolution = Resolution(" ".join(name), Certainty.UNKNOWN, ())
        return Address((resolution,), at, end, _EXPLICIT if explicit else 0.0, explicit)

    def until(self, spoken: NameWords, at: int, end: int) -> Address:
        """Return the words up to a word as a name that nobody has."""
        unknown = Resolution(" ".join(spoken[at:end]), Certainty.UNKNOWN, ())
        return Address((unknown,), at, end, 0.0)

    def names_a_channel(self, spoken: NameWords, at: int) -> Address | None:
        """Return the words up to "channel" as a name, where that follows soon."""
        for place in range(at + 1, min(len(spoken), at + _LONGEST_UNKNOWN + 1)):
            if place > at + 1 and longest_at(self._language.determiners, spoken, place):
                return None
            if longest_at(self._language.channel_words, spoken, place):
                return self.at(spoken, at)
        return None

    def _unknown_end(self, spoken: NameWords, at: int) -> int:
        """Return where a name that nobody has most likely ends."""
        ended = self._ended(spoken, at)
        if ended:
            return ended
        language, roles = self._language, self._signs["roles"]
        start = end = at + longest_at(language.determiners, spoken, at)
        if start > at:
            while length := longest_at(roles, spoken, end):
                end += length
            return end if end > start else min(len(spoken), end + 1)
        while end < min(len(spoken), at + _LONGEST_UNKNOWN):
            if end > at and spoken[end] in language.words:
                return end + self._is_last_name(spoken, at, end)
            end += 1
        return max(end, min(at + 1, len(spoken)))

    def _is_last_name(self, spoken: NameWords, at: int, end: int) -> bool:
        """Whether it is the "hall" of "grace hall her goat is ready": no text begins with it."""
        language, word = self._language, spoken[end]
        begins = language.subjects | language.determiners | self._signs["owners"]
        if end > at + 1 or spoken[at] not in language.given_names:
            return False
        small = language.beginnings | language.adverbs | language.times | language.prepositions
        small |= language.be | language.modals | language.that | language.conjunctions | begins
        small |= language.clauses | language.politeness | language.objects | language.at
        small |= language.asked["leads"] | language.asked["answer_words"] | language.to
        small |= self._signs["discourse"] | self._signs["interjections"] | self._signs["wh_words"]
        known = (word,) in small or language.complements.is_base(word)
        told = word.endswith(("ed", "ing", "ly", "s")) or bool(language.complements.irregular(word))
        return not (known or told) and spoken[end + 1 : end + 2] in begins

    def _ended(self, spoken: NameWords, at: int) -> int:
        """Return where "channel" or a linker ends a name; 0 where none does soon."""
        language = self._language
        for place in range(at + 1, min(len(spoken), at + LONGEST_NAME)):
            length = longest_at(language.channel_words, spoken, place)
            if length:
                return place + length
        for place in range(at + 1, min(len(spoken), at + _LONGEST_UNKNOWN + 1)):
            sure = longest_at(language.sure_linkers, spoken, place)
            if sure or (spoken[place],) in language.that:
                return place
        return 0
