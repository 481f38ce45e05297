"""Words that are struck out in one breath: "the soup is nice, strike nice and say lovely". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at

Spans = tuple[tuple[int, int], ...]
"""Runs of words that stay, each from a word to before another."""

_MOST = 4
"""So many words may be struck out."""


def struck(spoken: NameWords, language: Language) -> tuple[int, int, int, int] | None:
    """Return where the wrong words stand and end, where "strike" stands, and what is right.

    None where nothing is struck out that was said before, and once.
    """
    for at in range(1, len(spoken)):
        wrong = at + longest_at(language.signs["striking"], spoken, at)
        for joint in range(wrong + 1, min(wrong + _MOST + 1, len(spoken))) if wrong > at else ():
            length, size = longest_at(language.signs["put_instead"], spoken, joint), joint - wrong
            places = [
                to for to in range(at - size + 1) if spoken[to : to + size] == spoken[wrong:joint]
            ]
            if length and len(places) == 1 and joint + length < len(spoken):
                return places[0], places[0] + size, at, joint + length
    return None


def without_what_is_struck(spoken: NameWords, language: Language) -> Spans | None:
    """Return the runs of words that stay where the last words before "strike" are struck out."""
    place, end, at, right = struck(spoken, language) or (0, 0, 1, 0)
    kept = (right, len(spoken))
    if end != at:
        return None
    return ((0, place), kept) if place else (kept,)
