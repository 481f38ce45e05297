"""What can be seen in a text that tells plain ones from others: by form, not by meaning. Pure."""

from collections.abc import Iterator
from itertools import pairwise

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.second_look.classes import CONTENT, NAME, Classes
from skill.understanding.doubts.second_look.course import Course
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.sentences.shapes import SURELY, Shapes

_LONG_WORD = 3
_FEW = 3
_AGAIN_WITHIN = 12


class Features:
    """Sees the features of one language's texts."""

    def __init__(self, language: Language, shapes: Shapes) -> None:
        """Use this language's lists."""
        self._language = language
        self._shapes = shapes
        self._classes = Classes(language, shapes)
        self._course = Course(language, shapes, self._classes)

    def of(self, text: str) -> frozenset[str]:
        """Return what is seen in a text."""
        return frozenset(self._seen(Phrase(text)))

    def _seen(self, phrase: Phrase) -> Iterator[str]:
        spoken, classes = phrase.spoken, self._classes.of(phrase)
        marked = ("^", *classes, "$")
        yield from (f"{one} {other}" for one, other in pairwise(marked))
        yield from (" ".join(marked[at : at + 3]) for at in range(len(marked) - 2))
        yield from self._words(spoken)
        yield from self._again(spoken)
        yield from self._shape(spoken, classes)
        yield from self._course.of(spoken, classes)

    def _words(self, spoken: NameWords) -> Iterator[str]:
        """Yield words that tell by themselves, alone and in pairs, with where they stand."""
        known = [word in self._classes.telling for word in spoken]
        last = len(spoken) - 1
        for at, word in enumerate(spoken):
            if not known[at]:
                continue
            where = "first" if not at else "last" if at == last else "mid"
            yield f"{where}:{word}"
            if at < last and known[at + 1]:
                yield f"{'first' if not at else 'mid'}:{word} {spoken[at + 1]}"

    def _again(self, spoken: NameWords) -> Iterator[str]:
        """Yield that words come again, and what stands around."""
        seen: dict[str, int] = {}
        for at, word in enumerate(spoken):
            stem = word.removesuffix("s")
            little = word in self._classes.little or len(word) < _LONG_WORD
            if stem in seen and not little and at - seen[stem] <= _AGAIN_WITHIN:
                yield "again"
                yield f"again:{'near' if at - seen[stem] <= _FEW else 'far'}"
                if at == len(spoken) - 1:
                    yield "again:last"
                if seen[stem] and spoken[at - 1] == spoken[seen[stem] - 1]:
                    yield "again:framed"
            seen[stem] = at
        pairs = [*pairwise(spoken)]
        if any(pair in pairs[at + 2 :] for at, pair in enumerate(pairs)):
            yield "again:pair"

    def _shape(self, spoken: NameWords, classes: tuple[str, ...]) -> Iterator[str]:
        begins = self._shapes.begins(spoken)
        yield f"begins:{begins}"
        if self._shapes.ends_open(spoken):
            yield "open"
        hinges = sum(
            longest_at(self._language.signs["hinges"], spoken, at) > 0
            for at in range(1, len(spoken))
        )
        yield f"hinges:{min(hinges, _FEW)}"
        if self._shapes.greets(spoken):
            yield "greets"
        if not self._shapes.is_clause(spoken):
            yield "no verb"
        if CONTENT.isdisjoint(classes):
            yield "only little words"
        yield f"size:{'one' if len(spoken) == 1 else 'few' if len(spoken) <= _FEW else 'more'}"
        if NAME in classes or f"{NAME}'s" in classes:
            yield "name"
        yield from self._starts_within(spoken)

    def _starts_within(self, spoken: NameWords) -> Iterator[str]:
        """Yield how many sentences seem to begin within, and behind what."""
        count = 0
        for at in range(1, len(spoken) - 1):
            if self._shapes.begins(spoken[at:]) >= SURELY and self._shapes.ends_open(spoken[:at]):
                count += 1
        if count:
            yield f"open before a start:{min(count, _FEW)}"
