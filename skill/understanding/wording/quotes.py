"""Quotation marks that were dictated by name: "he said quote not my job unquote". Pure.

Only both together are meant as marks; a "quote" without an end is the price of something.
"""

from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import words
from skill.understanding.language import Language, longest_at, longest_before

_MARK = '"'


def quoted_at(spoken: NameWords, language: Language) -> tuple[int, int, int, int] | None:
    """Return where the first pair stands: its opening's words, then its end's; None for none."""
    signs = language.signs
    for start in range(len(spoken)):
        opening = longest_at(signs["opens_a_quote"], spoken, start)
        if not opening or longest_before(language.determiners, spoken, start):
            continue
        for end in range(start + opening + 1, len(spoken)):
            closing = longest_at(signs["closes_a_quote"], spoken, end)
            if closing:
                return start, start + opening, end, end + closing
        return None
    return None


def with_quotes(text: str, language: Language) -> str:
    """Return a text with its dictated quotation marks as such."""
    while True:
        found = words(text)
        pair = quoted_at(tuple(word.spoken for word in found), language)
        if pair is None:
            return text
        start, first, end, behind = pair
        before, inner = text[: found[start].start], text[found[first].start : found[end - 1].end]
        text = f"{before}{_MARK}{inner}{_MARK}{text[found[behind - 1].end :]}"
