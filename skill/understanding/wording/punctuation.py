"""Punctuation that was dictated by name: "question mark", "new line". Pure.

Only where it is clearly meant: at the end of a text, or where the text ends with a mark too, so
that its speaker dictates them. A new line is one wherever no article makes it a noun.
"""

from postbox.directory.names.words import words
from skill.understanding.language import Language

_LONGEST = 2


def punctuated(text: str, language: Language) -> str:
    """Return a text with the marks that were dictated."""
    found = words(text)
    spoken = tuple(each.spoken for each in found)
    marks = language.punctuation
    ends = next((n for n in range(_LONGEST, 0, -1) if spoken[-n:] in marks.closing), 0)
    if len(spoken) <= ends or not (ends or any(word in marks.breaks for word in spoken)):
        return text
    written, at, place = "", 0, 0
    while place < len(spoken):
        length = _mark_at(spoken, place, language, dictates=bool(ends))
        if not length:
            place += 1
            continue
        mark = marks.written[spoken[place : place + length]]
        written += text[at : found[place].start].rstrip() + mark
        at, place = found[place + length - 1].end, place + length
        if mark.isspace():
            at += len(text[at:]) - len(text[at:].lstrip())
    return written + text[at:]


def unheard_mark(text: str, language: Language) -> str:
    """Return the name of a mark that stands in a text as words, "" for none: "two points colon".

    Those that are words of their own ("period") do not count.
    """
    spoken = tuple(each.spoken for each in words(text))
    for place in range(len(spoken)):
        for length in range(_LONGEST, 0, -1):
            if spoken[place : place + length] in language.punctuation.only_marks:
                return " ".join(spoken[place : place + length])
    return ""


def _mark_at(spoken: tuple[str, ...], place: int, language: Language, *, dictates: bool) -> int:
    """Return how many words a mark has that is meant at a word; 0 where none is."""
    marks = language.punctuation
    if not place:
        return 0
    for length in range(_LONGEST, 0, -1):
        name = spoken[place : place + length]
        if name not in marks.written:
            continue
        if marks.written[name].isspace():
            return 0 if spoken[place - 1 : place] in language.determiners else length
        closes = name in marks.closing and place + length == len(spoken)
        return length if dictates and (closes or name in marks.inner) else 0
    return 0
