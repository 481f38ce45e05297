"""Tables: a small one row by row with its heads, a large one by its size and heads."""

import re
from collections.abc import Sequence

from skill.rendering.amounts import counted
from skill.rendering.joining import flowing
from skill.speech.phrases import Phrases

_MOST_ROWS, _MOST_COLUMNS = 8, 6
_BARS = re.compile(r"[|│┃]")

Rows = Sequence[Sequence[str]]


def is_row(line: str) -> bool:
    """Whether a line may be a row of a table."""
    return ("|" in line or "│" in line) and (len(cells(line)) > 1 or is_line(line))


def is_line(line: str) -> bool:
    """Whether a line only parts the heads from the rows."""
    return "-" in line and any(map(line.__contains__, "|│┃+")) and not line.strip(" \t|│┃+:-─━═┼")


def cells(line: str) -> list[str]:
    """Return what stands between the bars."""
    bare = line.strip().strip("|│┃")
    return [cell.strip() for cell in _BARS.split(bare)]


def table_words(rows: Rows, phrases: Phrases, *, has_heads: bool) -> str:
    """Return a table as a person would read it out."""
    if not rows:
        return ""
    heads, body = (rows[0], rows[1:]) if has_heads and len(rows) > 1 else ([], rows)
    widest = max(map(len, rows))
    if len(body) > _MOST_ROWS or (heads and widest > _MOST_COLUMNS):
        size = phrases.plain("a_table", count=counted(len(body), phrases))
        named = ", ".join(filter(None, heads or rows[0]))
        return phrases.plain("titled", what=size, title=named) if named else size
    return flowing(_row(row, heads) for row in body)


def typed_table(lines: Sequence[str], phrases: Phrases) -> str:
    """Return a table that was typed with bars."""
    drawn = [position for position, line in enumerate(lines) if is_line(line)]
    rows = [cells(line) for line in lines if not is_line(line)]
    return table_words(rows, phrases, has_heads=any(position <= 2 for position in drawn))


def _row(row: Sequence[str], heads: Sequence[str]) -> str:
    given = [*heads, *[""] * (len(row) - len(heads))]
    told = [_cell(head, cell) for head, cell in zip(given, row, strict=False) if cell]
    return ", ".join(told)


def _cell(head: str, cell: str) -> str:
    return f"{head.rstrip(':')}: {cell}" if head else cell
