"""Words of an answer, and what of them stands at a place. Pure."""

from collections.abc import Mapping

from skill.understanding.language import Language, PhraseSet, longest_at
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase


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
