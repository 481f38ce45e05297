"""Bold, italic and struck out: the marks go, the words stay."""

import re

_MARKS = re.compile(r"[*_~]")
_EACH = {mark: re.compile(rf"{re.escape(mark)}+|\n") for mark in "*_~"}


def without_styles(text: str) -> str:
    """Return the text without the pairs of marks that Slack shows as a style."""
    if not _MARKS.search(text):
        return text
    for mark, pattern in _EACH.items():
        if mark in text:
            text = _without(text, pattern)
    return text


def _without(text: str, pattern: re.Pattern[str]) -> str:
    dropped: list[tuple[int, int]] = []
    opened: tuple[int, int] | None = None
    for found in pattern.finditer(text):
        if found[0] == "\n":
            opened = None
            continue
        start, end = found.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        closes = opened is not None and not before.isspace() and not after.isalnum()
        if opened and closes and opened[1] - opened[0] == end - start:
            dropped += [opened, (start, end)]
            opened = None
        elif not before.isalnum() and not after.isspace() and end - start <= 2:
            opened = (start, end)
    return _cut(text, dropped) if dropped else text


def _cut(text: str, dropped: list[tuple[int, int]]) -> str:
    parts, position = [], 0
    for start, end in dropped:
        parts.append(text[position:start])
        position = end
    return "".join([*parts, text[position:]])
