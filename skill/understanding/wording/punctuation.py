"""Punctuation that was dictated by name: "question mark", "new line". Pure.

Only where it is clearly meant: at the end of a text, or where the text ends with a mark too, so
that its speaker dictates them; and within it where a sentence follows ("hi ana comma the bus is
late"). A text that speaks of a mark keeps its words: "we need a comma in the file". Quotes are
meant where both ends are said, once each: "quote see you in court unquote".
"""

from functools import cached_property

from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import words
from skill.understanding.language import Language, longest_at, longest_before

_LONGEST = 2


def punctuated(text: str, language: Language) -> str:
    """Return a text with the marks that were dictated."""
    found = words(text)
    spoken = tuple(word.spoken for word in found)
    reader = _Marks(spoken, language)
    written, at, place = "", 0, 0
    while place < len(spoken):
        length = reader.mark_at(place)
        if not length:
            place += 1
            continue
        mark = language.punctuation.written[spoken[place : place + length]]
        written += text[at : found[place].start].rstrip() + mark
        at, place = found[place + length - 1].end, place + length
        if mark.isspace():
            at += len(text[at:]) - len(text[at:].lstrip())
    return written + text[at:]


def unheard_mark(text: str, language: Language) -> str:
    """Return the name of a mark that stands in a text as words, "" for none: "two points colon".

    Those that are words of their own ("period") do not count, nor what is spoken of: "a question
    mark over the budget".
    """
    known = language.punctuation
    spoken = tuple(word.spoken for word in words(text))
    for place in range(len(spoken)):
        answers = spoken[place - 1 : place] in language.signs["answers"]
        if not answers and longest_before(known.articles, spoken, place):
            continue
        for length in range(_LONGEST, 0, -1):
            if spoken[place : place + length] in known.only_marks:
                return " ".join(spoken[place : place + length])
    return ""


class _Marks:
    def __init__(self, spoken: tuple[str, ...], language: Language) -> None:
        self._spoken, self._language = spoken, language
        self._known = language.punctuation
        ends = next((n for n in range(_LONGEST, 0, -1) if spoken[-n:] in self._known.closing), 0)
        self._dictates = 0 < ends < len(spoken) and not self._is_noun(len(spoken) - ends)

    def mark_at(self, place: int) -> int:
        """Return how many words a mark has that is meant at a word; 0 where none is."""
        spoken, known = self._spoken, self._known
        for length in range(_LONGEST, 0, -1) if place else ():
            name = spoken[place : place + length]
            if name not in known.written:
                continue
            is_last = name in known.closing and place + length == len(spoken)
            is_spoken_of = self._is_noun(place) or not (is_last or not self._is_spoken_of(place))
            is_spoken_of = is_spoken_of and not self._is_behind_an_answer(place)
            return length if not is_spoken_of and self._is_meant(name, place + length) else 0
        return 0

    def _is_behind_an_answer(self, place: int) -> bool:
        """Whether it is "no comma ..." of somebody who dictates marks."""
        return place == 1 and self._dictates and self._spoken[:1] in self._language.signs["answers"]

    def _is_noun(self, place: int) -> bool:
        """Whether an article stands before a word, or what stands for one."""
        return longest_before(self._known.articles, self._spoken[:place], place) > 0

    def _is_spoken_of(self, place: int) -> bool:
        """Whether what stands before a word makes a noun of it: "a", "without", "typed"."""
        return longest_before(self._known.mentioned_behind, self._spoken[:place], place) > 0

    def _is_meant(self, name: tuple[str, ...], end: int) -> bool:
        known = self._known
        if self._begins_a_sentence(end) and name in known.before_a_sentence:
            return True
        if known.written[name].isspace():
            return self._dictates or self._breaks > 1
        closes = name in known.closing and end == len(self._spoken)
        return self._dictates and (closes or name in known.inner)

    def _begins_a_sentence(self, at: int) -> bool:
        first = self._spoken[at : at + 1]
        return first in self._language.subjects | self._language.beginnings

    @cached_property
    def _breaks(self) -> int:
        """Return how often the text has what breaks a line, and no article before it."""
        marks = self._known.written
        names = (
            self._spoken[at : at + length]
            for at in range(1, len(self._spoken))
            for length in range(1, _LONGEST + 1)
            if not self._is_spoken_of(at)
        )
        return sum(marks[name].isspace() for name in names if name in marks)


def quoted(text: str, language: Language) -> str:
    """Return a text in quotation marks where they were dictated."""
    found = words(text)
    span = quoted_words(tuple(word.spoken for word in found), language)
    if span is None:
        return text
    opens, start, end, closed = span
    inner = text[found[start].start : found[end - 1].end]
    behind = text[found[closed - 1].end :]
    return f'{text[: found[opens].start]}"{inner}"{behind}'


def quoted_words(spoken: NameWords, language: Language) -> tuple[int, int, int, int] | None:
    """Return where "quote" stands, the words in it begin and end, and "unquote" ends."""
    known = language.punctuation
    found: list[tuple[bool, int, int]] = []
    place = 0
    while place < len(spoken):
        closes = longest_at(known.closes_quote, spoken, place)
        opens = 0 if closes else longest_at(known.opens_quote, spoken, place)
        if closes or (opens and not longest_before(known.articles, spoken, place)):
            found.append((bool(opens), place, place + closes + opens))
        place += max(1, closes + opens)
    if [is_open for is_open, _, _ in found] != [True, False] or found[0][2] == found[1][1]:
        return None
    return found[0][1], found[0][2], found[1][1], found[1][2]
