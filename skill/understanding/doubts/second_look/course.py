"""How a text goes on: what joins its sentences, where it turns, what comes again. Pure.

Each look takes time in proportion to the text's length.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.second_look.classes import BASE, NAME, Classes
from skill.understanding.language import Language, PhraseSet, longest_at
from skill.understanding.sentences.shapes import SURELY, Shapes
from skill.understanding.wording.corrections.kinds import KINDS

_SEEN_OF_A_SENTENCE = 8
_NEAR = 4
_MOST = 4
_SHARES = 3
_LONG_WORD = 3
_STEM = 6


class Course:
    """Sees how the texts of one language go on."""

    def __init__(self, language: Language, shapes: Shapes, classes: Classes) -> None:
        """Use this language's lists."""
        self._language = language
        self._shapes = shapes
        self._classes = classes
        self._of_a_kind = frozenset({NAME, *(kind.upper() for kind in KINDS)})

    def of(self, spoken: NameWords, classes: NameWords) -> Iterator[str]:
        """Yield what is seen in words of these classes."""
        if not spoken:
            return
        first = self._sort(spoken, 0)
        yield f"sort:{first}"
        starts = sum(self._starts(spoken, at) for at in range(1, len(spoken) - 1))
        yield f"starts:{min(starts, _MOST)}"
        yield f"shared:{self._most_shared(spoken)}"
        yield from self._joins(spoken, classes, first)
        yield from self._of_one_kind(spoken, classes)
        yield from self._turns(spoken, classes)

    def _starts(self, spoken: NameWords, at: int) -> bool:
        return self._shapes.begins(spoken[at : at + _SEEN_OF_A_SENTENCE]) >= SURELY

    def _sort(self, spoken: NameWords, at: int) -> str:
        """Return what sort of sentence seems to begin there."""
        word, language = spoken[at : at + 1], self._language
        if not word:
            return "none"
        if word in self._orders or language.complements.is_base(word[0]):
            return "order"
        if word in language.signs["wh_words"] | language.modals | language.be:
            return "question"
        return "statement" if self._starts(spoken, at) else "other"

    @cached_property
    def _orders(self) -> PhraseSet:
        """Words in front of an order: "please"."""
        return self._language.politeness - self._language.signs["and"]

    @cached_property
    def _turning(self) -> PhraseSet:
        signs = self._language.signs
        return signs["hinges"] | signs["corrections"] | signs["negations"] | signs["discourse"]

    def _content(self, word: str) -> str:
        """Return what tells that a word comes again; "" for little ones."""
        if len(word) < _LONG_WORD or word in self._classes.little:
            return ""
        return word.removesuffix("s")[:_STEM]

    def _most_shared(self, spoken: NameWords) -> int:
        """Return how much the text before a cut shares with what follows it, at the most."""
        stems = [self._content(word) for word in spoken]
        right = Counter(filter(None, stems))
        left: set[str] = set()
        both, most = 0, 0.0
        for stem in filter(None, stems[:-1]):
            right[stem] -= 1
            goes_on = right[stem] > 0
            if stem not in left:
                left.add(stem)
                both += goes_on
            elif not goes_on:
                both -= 1
            if not goes_on:
                del right[stem]
            if right:
                most = max(most, both / min(len(left), len(right)))
        return round(most * _SHARES)

    def _joins(self, spoken: NameWords, classes: NameWords, first: str) -> Iterator[str]:
        """Yield what is joined to the first sentence: "the van is back *and ask* ..."."""
        joins = self._language.signs["and"]
        based = classes.index(BASE) if BASE in classes else len(classes)
        for at in range(1, len(spoken) - 1):
            length = longest_at(joins, spoken, at)
            end = at + length
            if not length or end >= len(spoken):
                continue
            joined, word = " ".join(spoken[at:end]), spoken[end]
            told = word if word in self._classes.telling else classes[end]
            base = " with a base form" if based < at else ""
            yield f"join:{first}{base} {classes[end]}"
            yield f"join:{first} {joined} {told}"
            yield f"join:{first} {joined} {self._sort(spoken, end)}"

    def _of_one_kind(self, spoken: NameWords, classes: NameWords) -> Iterator[str]:
        """Yield two values of a kind near each other: "three ladders *four* ladders"."""
        for at, kind in enumerate(classes):
            if kind not in self._of_a_kind:
                continue
            near = range(at + 1, min(len(spoken), at + 1 + _NEAR))
            other = next((place for place in near if classes[place] == kind), 0)
            if other:
                between = " ".join(
                    word if word in self._classes.telling else classes[place]
                    for place, word in enumerate(spoken[at + 1 : other], at + 1)
                )
                yield f"two:{kind} {between}"
                yield f"two:{between}"
                same = "same" if spoken[at] == spoken[other] else "other"
                yield f"two:{other - at} {same}"

    def _turns(self, spoken: NameWords, classes: NameWords) -> Iterator[str]:
        """Yield where the text may turn, and whether it takes something up behind that."""
        reach = self._reach(spoken)
        at = 1
        while at < len(spoken):
            length = longest_at(self._turning, spoken, at)
            if not length:
                at += 1
                continue
            turn, end = " ".join(spoken[at : at + length]), at + length
            if end == len(spoken):
                yield f"turn at the end:{turn}"
                return
            same = "same" if classes[at - 1] == classes[end] else "other"
            yield f"turn:{turn} {same}"
            yield f"turn:{same} {min(len(spoken) - end, _MOST)}"
            yield f"turn:{turn} {classes[at - 1]} {classes[end]}"
            yield f"turn:{turn} {self._sort(spoken, end)}"
            if reach[at - 1] >= end:
                yield f"turn:{turn} again"
                yield "turn:again"
            at = end

    def _reach(self, spoken: NameWords) -> list[int]:
        """Return for each word where what was said up to it is said for the last time."""
        stems = [self._content(word) for word in spoken]
        last = {stem: at for at, stem in enumerate(stems) if stem}
        return [*accumulate((last.get(stem, 0) for stem in stems), max)]
