"""Words of an answer, and what of them stands at a place. Pure."""

from collections.abc import Mapping

from skill.understanding.language import Language, PhraseSet, longest_at
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase

_MARKS = ("'", "\u2019")
_SHORTENED = ("'s", "\u2019s")


class SaidWords:
    """A phrase, and the lists that its words are read by."""

    def __init__(
        self, phrase: Phrase, language: Language, names: NameSpans, known: Mapping[str, PhraseSet]
    ) -> None:
        """Read a phrase by these lists."""
        self._phrase, self._language, self._names = phrase, language, names
        self._spoken, self._known = phrase.spoken, known

    def skipped(self, words: str, at: int) -> int:
        """Return where phrases of a list, and breaths, end that begin at a word."""
        known = self._known[words] | self._language.asked["breaths"]
        while length := longest_at(known, self._spoken, at):
            at += length
        return at

    def is_rest(self, words: str, at: int) -> bool:
        """Whether nothing but phrases of a list follows."""
        while at < len(self._spoken):
            length = longest_at(self._known[words], self._spoken, at)
            if not length:
                return False
            at += length
        return True

    def tells(self, at: int) -> bool:
        """Whether a sentence with a verb stands there: "the gate is open", "my hand slipped"."""
        known = self._language.signs
        verbs = self._language.be | self._language.modals | known["clause_words"]
        verbs |= known["third_verbs"]
        ends = range(at, len(self._spoken))
        short = any(self._phrase.between(end, end + 1).endswith(_SHORTENED) for end in ends)
        own = self._spoken[at : at + 1] in known["own_subjects"] | self._language.pronouns
        own = own or any(mark in self._phrase.between(at, at + 1) for mark in _MARKS)
        rest = self._spoken[at + 1 :]
        return short or own or any((word,) in verbs or word.endswith("ed") for word in rest)

    def tells_spelling(self) -> bool:
        """Whether it tells how a word is written: "carat is spelled c a r a t", "with a k"."""
        known = self._language.answers
        for at in range(len(self._spoken)):
            length = longest_at(known["spelling"], self._spoken, at)
            rest = self._spoken[at + length :]
            letters = len(rest) > 1 and all(len(word) == 1 for word in rest)
            if length and (letters or longest_at(known["spelled_with"], rest, 0)):
                return True
        return False
