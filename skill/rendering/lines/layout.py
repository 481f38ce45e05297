"""Quotes and lists, told as such.

In plain text they are lines with a sign in front; rich text brings them as what they are.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from skill.rendering.amounts import counted
from skill.rendering.joining import flowing, folded
from skill.rendering.lines.prose import cleared, prose
from skill.rendering.listener import Listener
from skill.rendering.signs import has_any

DEEPEST_LIST = 8

_LINE = re.compile(
    r"\A(?:(?P<quote>(?:> ?)++)?+"
    r"(?P<indent>[ \t]*+)(?:(?P<bullet>[•◦▪▫‣●○■*–-])|(?P<number>\d{1,3})[.)])"
    r"[ \t]++(?P<item>\S.*+)"
    r"|(?P<only>(?:> ?)++)(?P<quoted>.*+))"
)
_SIGNS = re.compile(r"^[ \t]*(?:>|[•◦▪▫‣●○■*–-][ \t]|\d{1,3}[.)][ \t])", re.MULTILINE)
_QUOTED_TO_THE_END = ">>>"


@dataclass(frozen=True)
class Item:
    """A point of a list."""

    depth: int
    number: str
    """Empty for a bullet."""
    words: str
    typed: str = ""
    """The line as it was written, where it is a list only together with others."""


@dataclass(frozen=True)
class Part:
    """A stretch of a message."""

    words: str
    is_quote: bool = False


def laid_out(text: str, listener: Listener) -> str:
    """Return a text with line breaks as flowing speech."""
    if "\n" not in text and text.isascii() and not has_any(text, b"|-=_*~#+>.0123456789"):
        return folded(text)
    lines = cleared(text, listener.phrases)
    if not (_SIGNS.search(text) if "\n" in text else _SIGNS.match(text)):
        return prose(lines, listener.phrases)
    return assembled(_parts(lines, listener), listener)


def assembled(parts: Iterable[Part], listener: Listener) -> str:
    """Join parts; the end of a quote is told where something follows it."""
    given = [part for part in parts if part.words]
    runs = [(quoted, [*run]) for quoted, run in groupby(given, key=lambda part: part.is_quote)]
    said = []
    for position, (quoted, run) in enumerate(runs, start=1):
        words = flowing(part.words for part in run)
        if quoted:
            words = listener.phrases.plain("a_quote", text=words)
        said.append(words)
        if quoted and position < len(runs):
            said.append(listener.phrases.plain("end_of_quote"))
    return flowing(said)


def list_words(items: Sequence[Item], listener: Listener) -> str:
    """Return a list as a person would read it: how many points, what belongs below which."""
    entries = _entries(items)
    said = flowing(_entry(item, below, listener) for item, below in entries)
    if len(entries) < 2 or any(item.number for item, _ in entries):
        return said
    count = counted(len(entries), listener.phrases)
    return listener.phrases.plain("a_list", count=count, items=said)


def _entries(items: Sequence[Item]) -> list[tuple[Item, list[Item]]]:
    """Group the points of the highest level, each with those below it."""
    entries: list[tuple[Item, list[Item]]] = []
    depth = min((item.depth for item in items), default=0)
    for item in items:
        if item.depth == depth or not entries:
            entries.append((item, []))
        else:
            entries[-1][1].append(item)
    return entries


def _entry(item: Item, below: Sequence[Item], listener: Listener) -> str:
    words = f"{item.number}. {item.words}" if item.number else item.words
    if not below:
        return words
    entries = _entries(below)
    count = counted(len(entries), listener.phrases)
    said = flowing(_entry(entry, lower, listener) for entry, lower in entries)
    return flowing([words, listener.phrases.plain("below_that", count=count, items=said)])


def _parts(lines: Sequence[str], listener: Listener) -> Iterable[Part]:
    rest: list[str] = []
    for position, line in enumerate(lines):
        if line.startswith(_QUOTED_TO_THE_END):
            rest = [line.removeprefix(_QUOTED_TO_THE_END), *lines[position + 1 :]]
            lines = lines[:position]
            break
    read = [_read(line) for line in lines]
    for (quoted, _), run in groupby(read, key=lambda part: (part[0], isinstance(part[1], Item))):
        yield Part(_run_words([what for _, what in run], listener), quoted)
    if rest:
        yield Part(laid_out("\n".join(line.lstrip("> ") for line in rest), listener), True)


def _read(line: str) -> tuple[bool, Item | str]:
    found = _LINE.fullmatch(line)
    if found is None:
        return False, line
    if found["only"]:
        return True, found["quoted"]
    indent = found["indent"].expandtabs(4)
    depth = min(len(indent), DEEPEST_LIST * 4)
    typed = line[len(found["quote"] or "") :]
    return bool(found["quote"]), Item(depth, found["number"] or "", found["item"], typed)


def _run_words(run: Sequence[Item | str], listener: Listener) -> str:
    items = [line for line in run if isinstance(line, Item)]
    if len(items) > 1:
        return list_words(items, listener)
    lines = [_alone(line) if isinstance(line, Item) else line for line in run]
    return prose(lines, listener.phrases)


def _alone(item: Item) -> str:
    is_typed = item.number or (item.typed.lstrip()[:1] in "-–*" and not item.words[:1].isalpha())
    return item.typed if is_typed else item.words
