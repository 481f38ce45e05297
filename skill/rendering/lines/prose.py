"""Lines that are neither quoted nor points of a list: prose, tables, and what only draws."""

import re
from collections.abc import Sequence
from itertools import groupby

from skill.rendering.joining import flowing, folded
from skill.rendering.lines.bars import may_have_bars, without_bars
from skill.rendering.lines.rules import is_rule, may_have_rules, undecorated
from skill.rendering.lines.tables import is_line, is_row, typed_table
from skill.rendering.lines.wrapped import rejoined
from skill.speech.phrases import Phrases

_PARTING = re.compile(r"[|│·•](?:(?<=[\w\s)][|│])(?=[\w\s(]|$)|(?<=^[|│])|(?<= [·•])(?= ))")


def prose(lines: Sequence[str], phrases: Phrases) -> str:
    """Return lines as flowing speech."""
    if len(lines) == 1:
        return folded(_without_bars(lines[0]))
    parts: list[str] = []
    for is_table, run in groupby(lines, key=is_row):
        rows = list(run)
        if is_table and len(rows) > 1:
            parts.append(typed_table(rows, phrases))
        else:
            parts += rejoined(map(_without_bars, rows), phrases)
    return flowing(parts)


def cleared(text: str, phrases: Phrases) -> list[str]:
    """Return a text's lines without those that only draw."""
    if may_have_bars(text):
        text = "\n".join(without_bars(line, phrases) for line in text.split("\n"))
    lines = text.split("\n")
    if not may_have_rules(text):
        return lines
    return [
        line if is_line(line) else undecorated(line)
        for line in lines
        if is_line(line) or not is_rule(line)
    ] or [""]


def _without_bars(line: str) -> str:
    """Return a line in which bars and points part one thing from another."""
    if not _PARTING.search(line):
        return line
    return ", ".join(filter(None, (part.strip() for part in _PARTING.split(line))))
