"""Quotes that were dictated: "quote see you in court unquote". Pure.

Only where both ends are said, once each; a text that speaks of a quote keeps its words.
"""

from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import words
from skill.understanding.language import Language, longest_at, longest_before


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
