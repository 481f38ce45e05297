"""Who is named right after a send, and named no more before the words end. Pure.

"And olu no not olu" changes nothing; "and ana no mark" is for Mark as well: none of it takes back
what was sent.
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.language import PhraseSet, longest_at

_NEUTRAL = ("leads", "given_to", "listing", "too", "closing")
_COPYING = ("joining", "copying", "surely_same")


class Reconsidered(SaidWords):
    """Reads whom words name that think better of it, one word after the other."""

    _drops = False
    _replaces = False

    def kept(self) -> tuple[str, ...] | None:
        """Return whom it is for, too: () for nobody, and None where nobody is given up."""
        self._kept: list[tuple[int, int]] = []
        self._dropped: list[NameWords] = []
        copies, at = False, 0
        while at < len(self._spoken):
            end = self._names.named(self._spoken, at)
            if not end:
                copies = copies or (not self._kept and self._is_any(_COPYING, at))
                end = self._behind_pronoun(at) or self._behind_joint(at)
            elif not self._take((at, end)):
                return None
            if end == at:
                return None
            at = end
        if self._replaces and self._kept:
            self._drop_last()
        is_revised = bool(self._dropped) and not self._drops
        if not is_revised or (self._kept and not copies):
            return None
        return tuple(self._phrase.between(*span) for span in self._kept)

    def _take(self, span: tuple[int, int]) -> bool:
        """Give up, exchange or add who is named; False where it was not named before."""
        name = self._spoken[slice(*span)]
        if self._drops:
            same = [one for one in self._kept if self._is_same(self._spoken[slice(*one)], name)]
            known = same or any(self._is_same(one, name) for one in self._dropped)
            self._kept = [one for one in self._kept if one not in same]
            self._dropped.append(name)
            self._drops = False
            return bool(known)
        if self._replaces and self._kept:
            self._drop_last()
        self._replaces = False
        self._kept.append(span)
        return True

    def _behind_pronoun(self, at: int) -> int:
        """Return where the "her" of "ana too no not her" ends; 0 for none."""
        pronoun = longest_at(self._language.asked["pronouns"], self._spoken, at)
        if not (pronoun and self._drops and self._kept):
            return 0
        self._drop_last()
        self._drops = False
        return at + pronoun

    def _drop_last(self) -> None:
        self._dropped.append(self._spoken[slice(*self._kept.pop())])
        self._replaces = False

    def _behind_joint(self, at: int) -> int:
        """Return where "no not", "scrap that", "and to" end before a name; `at` for no such."""
        excludes = self._length(self._known["excluding"], at)
        halts = self._length(self._known["halting"], at)
        refuses = self._length(self._known["refusing_leads"], at)
        lists = (*_NEUTRAL, *_COPYING)
        neutral = max(self._length(self._known[words], at) for words in lists)
        neutral = max(neutral, self._length(self._language.determiners, at))
        neutral = max(neutral, self._length(self._language.asked["breaths"], at))
        longest = max(excludes, halts, refuses, neutral)
        if not longest:
            return at
        if excludes == longest:
            self._drops, self._replaces = True, False
        elif halts == longest and self._kept:
            self._drop_last()
        elif refuses == longest:
            behind = self._spoken[at + longest :]
            declines = self._spoken[at : at + longest] in self._language.answers["declining"]
            self._replaces = bool(behind) or declines or self._replaces
        return at + longest

    def _length(self, phrases: PhraseSet, at: int) -> int:
        return longest_at(phrases, self._spoken, at)

    def _is_any(self, lists: tuple[str, ...], at: int) -> bool:
        return any(self._length(self._known[words], at) for words in lists)

    def _is_same(self, one: NameWords, other: NameWords) -> bool:
        """Whether one is the other, said in full or short."""
        return set(one) <= set(other) or set(other) <= set(one)
