"""Sentences and parts of them that are said anew. Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language
from skill.understanding.phrase import Phrase

Span = tuple[int, int]
"""Words: from one to before another."""

_EDGE = 2


def says_anew(text: str, dictated: str) -> bool:
    """Whether a sentence is said again with little changed: "the soup was cold"."""
    old, new = Phrase(text).spoken, Phrase(dictated).spoken
    edge = min(len(old), _EDGE)
    framed = old[:edge] == new[:edge] or old[-edge:] == new[-edge:]
    return framed and old != new and is_said_anew(old, new)


def is_said_anew(old: NameWords, right: NameWords) -> bool:
    """Whether a whole sentence is said again: most of the old one's words are in it."""
    kept = sum(word in right for word in set(old))
    return len(right) >= len(old) and kept * 2 > len(set(old))


def is_clause(right: NameWords, language: Language) -> bool:
    """Whether words are a sentence of their own: "dinner is off"; "pipes are" is a part of one."""
    verbs = language.be | language.modals
    return any((word,) in verbs for word in right[1:-1])


def framed_place(old: NameWords, right: NameWords) -> Span | None:
    """Return the only run of a text that shares its first or last words with what is right."""
    length, best = len(right), 0
    found: list[int] = []
    for at in range(len(old) - length + 1):
        run = old[at : at + length]
        same = [one == other for one, other in zip(run, right, strict=True)]
        framed = (same[0] or same[-1]) and sum(same) * 2 >= length and _differs_once(same)
        if framed and sum(same) >= best:
            found = [at] if sum(same) > best else [*found, at]
            best = sum(same)
    # "The steinway" may be for any "the ..."; what the text ends with was said last.
    last = [at for at in found if at + length == len(old)]
    one = found if len(found) == 1 else last
    return (one[0], one[0] + length) if one and length > 1 else None


def _differs_once(same: list[bool]) -> bool:
    """Whether the words that differ stand together: else it is another sentence."""
    other = [at for at, is_same in enumerate(same) if not is_same]
    return bool(other) and other[-1] - other[0] == len(other) - 1
