"""Whether a text asks for a "to ..." of its own: "i talked", "it was sent". Pure.

Then what follows may be its ending as well as a recipient, and the speaker decides.
"""

from mailbox.names.spelling import NameWords
from skill.understanding.language import Language, PhraseSet, longest_before

_REACH = 3
"""So far behind "give" its "to ..." may stand: "give the keys to Ana"."""
_MOST_ADVERBS = 2


class Asking:
    """Knows the words of one language that ask for more."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language

    def asks(self, before: NameWords, *, people: bool, common: bool) -> bool:
        """Whether a text's words ask for people, or for what a common word names, behind "to"."""
        language, plain = self._language, self._without_adverbs(before)
        adjacent = language.governing
        further_on = language.handing
        if people or common:
            adjacent |= language.moving
        if common:
            further_on |= language.carrying
        return self._asks(plain, adjacent, further_on)

    def asks_within(self, before: NameWords) -> bool:
        """Whether a text's words ask where something is: "i asked the question"."""
        language = self._language
        object_too = before[-1:] in language.not_names
        return before[-1:] in language.within or (object_too and before[-2:-1] in language.within)

    def asks_for_a_name(self, before: NameWords, *, people: bool) -> bool:
        """Whether a text's words ask for something that is not known; or for people, if so."""
        language = self._language
        plain = self._without_adverbs(before)
        if people:
            return longest_before(language.governing, plain, len(plain)) > 0
        ranging = any((word,) in language.ranging for word in plain[-_REACH:])
        adjacent = language.governing | language.moving
        return ranging or longest_before(adjacent, plain, len(plain)) > 0

    def _asks(self, before: NameWords, adjacent: PhraseSet, further_on: PhraseSet) -> bool:
        if longest_before(adjacent, before, len(before)):
            return True
        return self._is_passive(before, further_on) or self._has_object(before, further_on)

    def _is_passive(self, before: NameWords, asking: PhraseSet) -> bool:
        """Whether it ends like "was given", "has been sent"."""
        if before[-1:] not in asking:
            return False
        return any((word,) in self._language.be for word in before[-_REACH - 1 : -1])

    def _has_object(self, before: NameWords, asking: PhraseSet) -> bool:
        """Whether a verb with its object stands there: "gave the keys", not "gave me the keys"."""
        for place in range(len(before) - 2, max(-1, len(before) - 2 - _REACH), -1):
            word = (before[place],)
            if word in self._language.to:
                return False
            if word in asking:
                has_one = (before[place + 1],) in self._language.indirect_objects
                return not has_one or place + 2 == len(before)
        return False

    def _without_adverbs(self, before: NameWords) -> NameWords:
        for _ in range(min(_MOST_ADVERBS, len(before))):
            if len(before) == 1 or not self._is_adverb(before[-1]):
                break
            before = before[:-1]
        return before

    def _is_adverb(self, word: str) -> bool:
        return (word,) in self._language.adverbs or word.endswith(self._language.adverb_endings)
