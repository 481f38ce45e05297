"""Whom an answer names or rules out: "not park the other one", "neither i meant will". Pure."""

from collections.abc import Iterator

from skill.understanding.answers.taken_apart import AnswerKind, SpokenAnswer
from skill.understanding.answers.whom.named_within import gives_up
from skill.understanding.language import Language, PhraseSet, longest_at, longest_before
from skill.understanding.phrase import Phrase


class WhomReader:
    """A phrase, and what of it is a name."""

    def __init__(self, phrase: Phrase, language: Language) -> None:
        """Read a phrase by the lists of answers."""
        self._phrase, self._known = phrase, language.answers
        self._language = language
        self._spoken = phrase.spoken
        start, _ = self.bare(0, len(self._spoken))
        self._is_refused = any(
            longest_at(self._known["refusing"], self._spoken, at) for at in range(start)
        )

    def named(self, start: int, end: int) -> SpokenAnswer:
        """Return who is named, and who is ruled out, between two words."""
        if self.is_phrase("others", start, end):
            return SpokenAnswer(AnswerKind.OTHERS)
        none = longest_at(self._known["none"], self._spoken, start)
        negation = longest_at(self._known["negations"], self._spoken, start)
        if none:
            rest, end = self.bare(start + none, end)
            name, _ = self._meant(rest, end)
            kind = AnswerKind.NAME if name else AnswerKind.OTHERS
            return SpokenAnswer(kind, name, corrects=True)
        if negation and start + negation < end:
            return self._excluded(start + negation, end)
        put_right = self.put_right(start, end)
        if put_right:
            return put_right
        ruled_out = self._ruled_out_behind(start, end)
        if ruled_out:
            return ruled_out
        name, led = self._meant(start, end)
        others = tuple(self._parts(start, end))
        return SpokenAnswer(AnswerKind.NAME, name, others, corrects=led or self._is_refused)

    def put_right(self, start: int, end: int) -> SpokenAnswer | None:
        """Return "sato" of "park no sorry sato", "park i mean sato"; None where nobody was named.

        What is named before is given up: "sato not park" is another matter.
        """
        for place in range(end - 1, start, -1):
            length = gives_up(self._spoken, place, self._language)
            if not length or place + length >= end:
                continue
            name, _ = self._meant(*self.bare(place + length, end))
            excluded = self._phrase.between(*self.bare(start, place))
            return SpokenAnswer(AnswerKind.NAME, name, excluded=excluded, corrects=True)
        return None

    def _ruled_out_behind(self, start: int, end: int) -> SpokenAnswer | None:
        """Return "the other one not park", "sato not park"; None where nobody is ruled out."""
        for place in range(start + 1, end - 1):
            negation = longest_at(self._known["negations"], self._spoken, place)
            if not negation or place + negation >= end:
                continue
            excluded = self._phrase.between(place + negation, end)
            first, last = self.bare(start, place)
            if self.is_phrase("others", first, last):
                return SpokenAnswer(AnswerKind.OTHERS, excluded=excluded)
            name, _ = self._meant(first, last)
            return SpokenAnswer(AnswerKind.NAME, name, excluded=excluded, corrects=True)
        return None

    def _parts(self, start: int, end: int) -> Iterator[str]:
        """Yield what stands behind the last words that lead to a name, or behind a pause."""
        for place in range(end - 1, start, -1):
            for words in ("meaning", "fillers"):
                length = longest_at(self._known[words], self._spoken, place)
                if length and place + length < end:
                    yield self._phrase.between(*self.bare(place + length, end))
                    return

    def _excluded(self, start: int, end: int) -> SpokenAnswer:
        """Return "not park the other one", "not park but sato", "no ana"."""
        for place in range(start + 1, end):
            if self.is_phrase("others", place, end):
                return SpokenAnswer(AnswerKind.OTHERS, excluded=self._phrase.between(start, place))
            if self.is_phrase("but", place, place + 1) and place + 1 < end:
                name, _ = self._meant(place + 1, end)
                excluded = self._phrase.between(start, place)
                return SpokenAnswer(AnswerKind.NAME, name, excluded=excluded, corrects=True)
        if self.is_phrase("saying_no", start - 1, start):
            name, _ = self._meant(*self.bare(start, end))
            return SpokenAnswer(AnswerKind.NAME, name, corrects=True)
        meant = next(self._parts(start, end), "")
        if meant:
            return SpokenAnswer(AnswerKind.NAME, meant, corrects=True)
        return SpokenAnswer(AnswerKind.OTHERS, excluded=self._phrase.between(start, end))

    def _meant(self, start: int, end: int) -> tuple[str, bool]:
        """Return the words of a name without what leads to it, and whether something led."""
        led = False
        while start < end and (length := longest_at(self._known["meaning"], self._spoken, start)):
            if start + length >= end:
                break
            start, led = start + length, True
            start, end = self.bare(start, end)
        letters = self._spoken[start:end]
        if len(letters) > 1 and all(len(word) == 1 for word in letters):
            return "".join(letters), led
        return self._phrase.between(start, end), led

    def bare(self, start: int, end: int) -> tuple[int, int]:
        """Return the span without fillers at its edges."""
        while start < end and (length := longest_at(self._known["fillers"], self._spoken, start)):
            start += length
        closing: PhraseSet = self._known["closing_fillers"]
        while end > start and (length := longest_before(closing, self._spoken[:end], end)):
            end -= length
        return start, max(start, end)

    def is_phrase(self, words: str, start: int, end: int) -> bool:
        """Whether what stands there is a phrase of a list."""
        return self._spoken[start:end] in self._known[words]

    def is_at(self, words: str, start: int) -> bool:
        """Whether a phrase of a list begins at a word."""
        return longest_at(self._known[words], self._spoken, start) > 0
