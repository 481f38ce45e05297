"""Code that somebody pasted without marks around it: stacks, diffs, JSON of several lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from skill.rendering.code import unmarked
from skill.rendering.code.contents import LOG_LINE

_SIGNS = (
    "Traceback (most",
    "\n    at ",
    "\n\tat ",
    "\n@@ ",
    "{\n",
    "[\n",
    "\n+++ ",
    '{"',
    "\nINFO",
    "\n[INFO",
    "ERROR ",
    "INFO ",
    "WARN ",
)
_FRAME = re.compile(
    r"(?<![ \t])[ \t]++(?:File \"|at \S|\.\.\. \d+ more)|Traceback \(most|Caused by: "
    r"|(?<![\w.])[\w.]++(?:(?<=Error)|(?<=Exception))(?::|$)"
)
_DIFF = re.compile(r"diff --git |index [0-9a-f]{7}|@@ |--- \S|\+\+\+ \S|[+-](?![ \t]*[-•])|[ \t]")
_FENCE = "```"
_LEAST_LINES, _MOST_LINES = 2, 400


@dataclass(frozen=True)
class Stretch:
    """Some lines of a text."""

    text: str
    is_code: bool
    end: str = ""
    """The line break behind it; empty for the last one."""


def may_be_pasted(text: str) -> bool:
    """Whether it is worth looking for code without marks."""
    if "\n" not in text:
        return '{"' in text
    return any(map(text.__contains__, _SIGNS)) or any(map(text.__contains__, unmarked.SIGNS))


def stretches(text: str) -> list[Stretch]:
    """Return a text in stretches, lines of code together; what has fences is text."""
    given = text.split("\n")
    if len(given) > _MOST_LINES:
        return [Stretch(text, is_code=False)]
    found = list(_merged(given))
    return [*(replace(stretch, end="\n") for stretch in found[:-1]), *found[-1:]]


def _merged(given: list[str]) -> Iterator[Stretch]:
    position, plain, is_fenced = 0, list[str](), False
    while position < len(given):
        size = 0 if is_fenced or _FENCE in given[position] else _code_lines(given, position)
        if not size:
            is_fenced ^= given[position].count(_FENCE) % 2 == 1
            plain.append(given[position])
            position += 1
            continue
        if plain:
            yield Stretch("\n".join(plain), is_code=False)
            plain = []
        yield Stretch("\n".join(given[position : position + size]), is_code=True)
        position += size
    if plain:
        yield Stretch("\n".join(plain), is_code=False)


def _code_lines(given: list[str], start: int) -> int:
    """Return how many lines of code begin here."""
    line = given[start]
    if line.lstrip()[:1] in {"{", "["} and (size := _braces(given, start)):
        return size
    if line.startswith("Traceback (most"):
        return _stack(given, start)
    if start + 1 < len(given) and re.match(r"[ \t]{1,40}at \S", given[start + 1]):
        return _while(_FRAME, given, start + 1) + 1
    if line.startswith(("diff --git ", "@@ -", "--- ")) and any(
        row.startswith("@@") for row in given[start : start + 5]
    ):
        return _while(_DIFF, given, start)
    if LOG_LINE.match(line) and (size := _while(LOG_LINE, given, start)) >= _LEAST_LINES:
        return size
    return unmarked.code_lines(given, start)


def _stack(given: list[str], start: int) -> int:
    """Return the lines of a Python traceback: what is set in, and the error behind it."""
    end = start + 1
    while end < len(given) and given[end][:1] in {" ", "\t"}:
        end += 1
    return end - start + (end < len(given) and bool(re.match(r"[\w.]{1,100}(?::|$)", given[end])))


def _while(pattern: re.Pattern[str], given: list[str], start: int) -> int:
    end = start
    while end < len(given) and pattern.match(given[end]):
        end += 1
    return end - start


def _braces(given: list[str], start: int) -> int:
    """Return the lines from an opening brace to the one that closes it."""
    depth = 0
    for size, line in enumerate(given[start:], start=1):
        depth += line.count("{") + line.count("[") - line.count("}") - line.count("]")
        if depth <= 0:
            whole = "\n".join(given[start : start + size])
            closes = line.rstrip().rstrip(",;").endswith(("}", "]"))
            return size if closes and whole.count('"') >= 2 and ":" in whole else 0
    return 0
