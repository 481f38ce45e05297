"""Where reading has got to in a phrase, and what the words before it were for. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.phrase import Phrase
from skill.understanding.readings.reading import Marks, Role, Run


@dataclass(frozen=True)
class Place:
    """A word of a phrase at which reading goes on."""

    place: int
    marks: Marks = ()
    """What words before it were for."""
    is_private: bool = False
    """Whether it was said that nobody else is to read it."""

    def on(self, length: int, role: Role, *, private: bool = False) -> "Place":
        """Return the place so many words on, which are for this."""
        marks = (*self.marks, (self.place, self.place + length, role)) if length else self.marks
        return Place(self.place + length, marks, self.is_private or private)


def run(phrase: Phrase, start: int, end: int) -> tuple[Run, ...]:
    """Return a text's words as a run; what stands before the first word, an emoji, is text, too."""
    alone = not len(phrase) and bool(phrase.text.strip())
    has_signs = start == 0 and (alone or not phrase.begins_with_words)
    return ((start, end),) if start < end or has_signs else ()


def kept(marks: Sequence[tuple[int, int, Role]]) -> Marks:
    """Return the marks that have words."""
    return tuple(mark for mark in marks if mark[0] < mark[1])


def words_of(spoken: NameWords, runs: Sequence[Run]) -> NameWords:
    """Return the words of runs."""
    return tuple(word for start, end in runs for word in spoken[start:end])
