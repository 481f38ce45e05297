"""Tables of figures, and what is made of many measurements."""

import math
from collections.abc import Iterable, Sequence


def percentile(values: Iterable[float], share: float) -> float:
    """Return the smallest value that this share (0 to 1) of all values does not exceed."""
    ranked = sorted(values)
    if not ranked:
        raise ValueError("There is no percentile of nothing.")
    return ranked[max(1, math.ceil(share * len(ranked))) - 1]


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out a table: the first column to the left, the others to the right, indented by two."""
    lines = [list(heads), *(list(row) for row in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "\n".join(_line(cells, widths) for cells in lines)


def verdict(what: str, value: float, most: float) -> tuple[str, bool]:
    """Say whether a figure keeps to its limit, and return that too."""
    kept = value <= most
    return f"  {what}: {value:.2f}, limit {most}: {'kept' if kept else 'EXCEEDED'}", kept


def milliseconds(seconds: float) -> str:
    """Write a time with as many digits as it deserves."""
    return f"{seconds * 1000:.0f} ms" if seconds >= 0.01 else f"{seconds * 1000:.1f} ms"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.rjust(width) if number else cell.ljust(width)
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(["", first, *others]).rstrip()
