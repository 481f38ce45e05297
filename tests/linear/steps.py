"""How much work a pattern is: its steps counted, by a matcher that backtracks as `re` does.

The work of `re` itself is done in C and cannot be counted; this walks the same parsed pattern, a
step for each piece that is tried at a place. It knows no shortcuts, so it counts no less than `re`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from re import _constants as c, _parser as parser  # type: ignore[attr-defined]
from typing import Any

Pieces = Sequence[tuple[Any, Any]]
Groups = dict[int, tuple[int, int]]
Ends = Iterator[tuple[int, Groups]]

_IS_LINE_BREAK = "\n"
_SINGLE = frozenset([c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN])
_LOOKS = frozenset([c.ASSERT, c.ASSERT_NOT])
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    c.CATEGORY_DIGIT: str.isdecimal,
    c.CATEGORY_NOT_DIGIT: lambda one: not one.isdecimal(),
    c.CATEGORY_SPACE: str.isspace,
    c.CATEGORY_NOT_SPACE: lambda one: not one.isspace(),
    c.CATEGORY_WORD: lambda one: one.isalnum() or one == "_",
    c.CATEGORY_NOT_WORD: lambda one: not (one.isalnum() or one == "_"),
}


class TooMuchWork(Exception):
    """More steps than were allowed."""


class Parsed:
    """A pattern as `re` parses it, in plain tuples; what was found out about its pieces is kept."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        flags = int(pattern.flags)
        self.pieces = _plain(parser.parse(pattern.pattern, flags))
        self.ignores_case = bool(flags & re.IGNORECASE)
        self.is_multiline = bool(flags & re.MULTILINE)
        self.dot_takes_all = bool(flags & re.DOTALL)
        self._known: dict[tuple[Any, int, str], bool] = {}

    def takes(self, kind: Any, what: Any, one: str) -> bool:
        """Whether a piece that takes one character takes this one."""
        # What stands in the tree lives as long as it, and has one id.
        key = (kind, what if isinstance(what, int) else id(what), one)
        if key not in self._known:
            self._known[key] = self._takes(kind, what, one)
        return self._known[key]

    def _takes(self, kind: Any, what: Any, one: str) -> bool:
        if kind is c.ANY:
            return one != _IS_LINE_BREAK or self.dot_takes_all
        if kind is c.LITERAL:
            return self._same(one, what)
        if kind is c.NOT_LITERAL:
            return not self._same(one, what)
        negated, *rest = what if what[0][0] is c.NEGATE else [(None, None), *what]
        is_in = any(self._among(entry, one) for entry in rest)
        return is_in != (negated[0] is c.NEGATE)

    def _among(self, entry: tuple[Any, Any], one: str) -> bool:
        kind, what = entry
        if kind is c.LITERAL:
            return self._same(one, what)
        if kind is c.RANGE:
            cases = {one, one.lower(), one.upper()} if self.ignores_case else {one}
            return any(what[0] <= ord(case) <= what[1] for case in cases if len(case) == 1)
        return _CATEGORIES[what](one)

    def _same(self, one: str, code: int) -> bool:
        if self.ignores_case:
            return one.lower() == chr(code).lower()
        return ord(one) == code


parsed = cache(Parsed)


def _plain(tree: Any) -> Any:
    """Return a parsed pattern without the objects that `re` builds it of.

    What looks ahead or back is told how many characters it looks at: direction, pieces, width.
    """
    if isinstance(tree, tuple) and tree and (tree[0] is c.ASSERT or tree[0] is c.ASSERT_NOT):
        direction, inner = tree[1]
        return tree[0], (direction, _plain(inner), inner.getwidth()[0])
    if isinstance(tree, parser.SubPattern | list | tuple):
        return tuple(_plain(inner) for inner in tree)
    return tree


class Matcher:
    """One pattern on one text."""

    def __init__(self, pattern: re.Pattern[str], text: str, most: int) -> None:
        self._parsed = parsed(pattern)
        self._pieces: Pieces = self._parsed.pieces
        self._text = text
        self._most = most
        self.steps = 0

    def search_all(self) -> list[tuple[int, int]]:
        """Return the spans that `finditer` finds; `steps` then tells the work."""
        found, position = [], 0
        while position <= len(self._text):
            end = self._first_end(position)
            if end is None:
                position += 1
            else:
                found.append((position, end))
                position = end if end > position else position + 1
        return found

    def _first_end(self, position: int) -> int | None:
        ends = self._sequence(self._pieces, 0, position, {})
        return next((end for end, _ in ends), None)

    def _sequence(self, pieces: Pieces, at: int, position: int, groups: Groups) -> Ends:
        text, takes = self._text, self._parsed.takes
        # What `_single` does, written out: most of all steps are these.
        while at < len(pieces) and pieces[at][0] in _SINGLE:
            self.steps += 1
            if self.steps > self._most:
                raise TooMuchWork
            if position >= len(text) or not takes(*pieces[at], text[position]):
                return
            at, position = at + 1, position + 1
        if at == len(pieces):
            yield position, groups
            return
        for middle, known in self._piece(pieces[at], position, groups):
            yield from self._sequence(pieces, at + 1, middle, known)

    def _single(self, kind: Any, what: Any, position: int) -> bool:
        """Whether a piece that takes one character takes the next one; a step."""
        self._count()
        text = self._text
        return position < len(text) and self._parsed.takes(kind, what, text[position])

    def _count(self) -> None:
        self.steps += 1
        if self.steps > self._most:
            raise TooMuchWork

    def _piece(self, piece: tuple[Any, Any], position: int, groups: Groups) -> Ends:
        self._count()
        kind, what = piece
        if kind is c.GROUPREF:
            return self._again(groups.get(what), position, groups)
        if kind is c.SUBPATTERN:
            return self._group(what, position, groups)
        if kind in {c.MAX_REPEAT, c.MIN_REPEAT}:
            return self._repeat(what, position, groups, is_greedy=kind is c.MAX_REPEAT)
        if kind is c.POSSESSIVE_REPEAT:
            return islice(self._repeat(what, position, groups, is_greedy=True), 1)
        if kind is c.ATOMIC_GROUP:
            return islice(self._sequence(what, 0, position, groups), 1)
        if kind is c.BRANCH:
            options = (self._sequence(option, 0, position, groups) for option in what[1])
            return chain.from_iterable(options)
        return iter([(position, groups)] if self._holds(kind, what, position, groups) else [])

    def _again(self, span: tuple[int, int] | None, position: int, groups: Groups) -> Ends:
        if span is not None and self._text.startswith(self._text[slice(*span)], position):
            yield position + span[1] - span[0], groups

    def _group(self, what: Any, position: int, groups: Groups) -> Ends:
        number, *_, inner = what
        for end, known in self._sequence(inner, 0, position, groups):
            yield end, {**known, number: (position, end)} if number else known

    def _holds(self, kind: Any, what: Any, position: int, groups: Groups) -> bool:
        if kind is c.AT:
            return self._stands(what, position)
        if kind in _LOOKS:
            return self._looks(what, position, groups) == (kind is c.ASSERT)
        raise AssertionError(f"{kind} stands in none of the patterns so far: count its steps here")

    def _repeat(self, what: Any, position: int, groups: Groups, *, is_greedy: bool) -> Ends:
        """Yield the ends of a repetition in the order in which `re` tries them."""
        least, most, inner = what
        if is_greedy and len(inner) == 1 and inner[0][0] in _SINGLE:
            yield from self._run(inner[0], least, most, position, groups)
            return
        if not is_greedy and not least:
            yield position, groups
        stack: list[tuple[int, int, Groups, Ends]] = [
            (0, position, groups, self._sequence(inner, 0, position, groups))
        ]
        while stack:
            count, at, known, ends = stack[-1]
            step = next(ends, None) if most is c.MAXREPEAT or count < most else None
            if step is None:
                stack.pop()
                if is_greedy and count >= least:
                    yield at, known
                continue
            end, inside = step
            if end == at and count >= least:
                continue
            if not is_greedy and count + 1 >= least:
                yield end, inside
            stack.append((count + 1, end, inside, self._sequence(inner, 0, end, inside)))

    def _run(self, piece: Any, least: int, most: Any, position: int, groups: Groups) -> Ends:
        """Yield the ends of a greedy repetition of a piece that takes one character."""
        count = 0
        while (most is c.MAXREPEAT or count < most) and self._single(*piece, position + count):
            count += 1
        for taken in range(count, least - 1, -1):
            yield position + taken, groups

    def _looks(self, what: Any, position: int, groups: Groups) -> bool:
        direction, inner, width = what
        if direction > 0:
            return next(self._sequence(inner, 0, position, groups), None) is not None
        start = position - width
        ends = self._sequence(inner, 0, start, groups) if start >= 0 else iter(())
        return any(end == position for end, _ in ends)

    def _stands(self, where: Any, position: int) -> bool:
        text = self._text
        is_start, is_end = position == 0, position == len(text)
        if where in {c.AT_BEGINNING, c.AT_BEGINNING_STRING}:
            many = self._parsed.is_multiline and where is c.AT_BEGINNING
            return is_start or (many and text[position - 1] == _IS_LINE_BREAK)
        if where is c.AT_END_STRING:
            return is_end
        if where is c.AT_END:
            many = self._parsed.is_multiline
            before_break = not is_end and text[position] == _IS_LINE_BREAK
            return is_end or (before_break and (many or position == len(text) - 1))
        before = not is_start and _CATEGORIES[c.CATEGORY_WORD](text[position - 1])
        after = not is_end and _CATEGORIES[c.CATEGORY_WORD](text[position])
        return (before != after) == (where is c.AT_BOUNDARY)


def steps(pattern: re.Pattern[str], text: str, most: int) -> int:
    """Return how many steps finding all of a pattern in a text takes; more than `most` raise."""
    matcher = Matcher(pattern, text, most)
    matcher.search_all()
    return matcher.steps


def has_no_end(pattern: re.Pattern[str]) -> bool:
    """Whether a pattern may go on for as long as a text does."""
    return bool(parser.parse(pattern.pattern, pattern.flags).getwidth()[1] >= c.MAXREPEAT)
