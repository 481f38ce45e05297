"""Bold and italic: the marks go, the words stay. Struck out: the words go, too."""

import re
from collections.abc import Callable

from skill.rendering.emoji.emoji_marks import OPAQUE

SILENT = "\ue002"
"""Stands before a piece that is struck out."""
_MARKS = re.compile(r"[*_~]")
_EACH = {mark: re.compile(rf"{re.escape(mark)}+|\n") for mark in "*_~"}
_PLAIN_PAIRS = {
    mark: re.compile(
        rf"{re.escape(mark)}(?<![^\W_]{re.escape(mark)})(?<!{re.escape(mark * 2)})(?![\s{mark}])"
        rf"([^{mark}\n]++)(?<!\s){re.escape(mark)}(?![^\W_]|{re.escape(mark)})"
    )
    for mark in "*_"
}
"""A mark, words without it, a mark: nearly all that people write."""
_Span = tuple[int, int]
_HAS_WORDS = re.compile(r"[^\W_]|\ue000")


def without_styles(text: str, struck: Callable[[str], str] | None = None) -> str:
    """Return the text without the pairs of marks that Slack shows as a style.

    Args:
        text: mrkdwn of one or more lines.
        struck: what is said of a line that is struck out as a whole. What is struck out beside
            other words is left out. None where a wave is nothing but a wave.
    """
    if not _MARKS.search(text):
        return text
    for mark in "*_":
        if mark in text:
            plain = _PLAIN_PAIRS[mark].sub(r"\1", text)
            if mark not in plain:
                text = plain
                continue
            spans = [span for pair in _pairs(text, _EACH[mark]) for span in pair]
            text = _cut(text, spans)
    return _without_struck(text, struck) if struck is not None and "~" in text else text


def _without_struck(text: str, struck: Callable[[str], str]) -> str:
    pairs = _pairs(text, _EACH["~"])
    if not pairs:
        return text
    parts, position = [], 0
    for (start, inner), (inner_end, end) in pairs:
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        rest = text[first:start] + text[end : last if last >= 0 else len(text)]
        parts.append(text[position:start])
        if not _HAS_WORDS.search(rest):
            parts.append(struck(text[inner:inner_end]))
        else:
            # Pieces that stand aside go with the words around them.
            parts.append((SILENT + OPAQUE) * text.count(OPAQUE, start, end))
        position = end
    return "".join([*parts, text[position:]])


def _pairs(text: str, pattern: re.Pattern[str]) -> list[tuple[_Span, _Span]]:
    """Return the marks that open and close a style."""
    pairs: list[tuple[_Span, _Span]] = []
    opened: _Span | None = None
    for found in pattern.finditer(text):
        if found[0] == "\n":
            opened = None
            continue
        start, end = found.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        closes = opened is not None and not before.isspace() and not after.isalnum()
        if opened and closes and opened[1] - opened[0] == end - start:
            pairs.append((opened, (start, end)))
            opened = None
        elif not before.isalnum() and not after.isspace() and end - start <= 2:
            opened = (start, end)
    return pairs


def _cut(text: str, spans: list[_Span]) -> str:
    parts, position = [], 0
    for start, end in spans:
        parts.append(text[position:start])
        position = end
    return "".join([*parts, text[position:]])
