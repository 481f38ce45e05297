"""Spoken numbers in digits: "twenty twenty four" is 2024, "four oh four" is 404. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_UNITS = {word: value for value, word in enumerate(_SMALL.split())}
_TENS = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_ORDINALS = {
    f"{value}{'th' if value > 3 else ('st', 'nd', 'rd')[value - 1]}": word
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        ],
        1,
    )
}
_THOUSAND = 1000
_FACTORS = {"hundred": 100, "thousand": _THOUSAND}
_HUNDREDS = 0
_ZEROS = frozenset({"oh", "o"})


@dataclass
class _Group:
    """A number under way: what was said so far, and what may still follow."""

    value: int
    room: int
    """A following number below this one is added: after "twenty" a unit, after "hundred" more."""
    whole: int = 0
    """Thousands said before: "one thousand two hundred" multiplies the two alone."""

    @property
    def total(self) -> int:
        return self.whole + self.value


def in_digits(spoken: Sequence[str]) -> list[str]:
    """Return the words with spoken numbers as digits; adjacent numbers are one run of digits."""
    found: list[str] = []
    at = 0
    while at < len(spoken):
        end = _end_of_number(spoken, at)
        if end > at:
            found.append(_digits(spoken[at:end]))
            at = end
        else:
            found.append(_ORDINALS.get(spoken[at], spoken[at]))
            at += 1
    return found


def _end_of_number(spoken: Sequence[str], at: int) -> int:
    """Return where the run of number words beginning at `at` ends."""
    end = at
    while end < len(spoken) and (_is_number(spoken[end]) or _joins(spoken, at, end)):
        end += 1
    while end > at and spoken[end - 1] in _ZEROS:
        end -= 1
    return end


def _is_number(word: str) -> bool:
    return word in _UNITS or word in _TENS or word.isdecimal()


def _joins(spoken: Sequence[str], at: int, place: int) -> bool:
    """Whether a word belongs to a number only by what stands around it."""
    if place == at:
        return False
    return spoken[place] in _FACTORS or spoken[place] in _ZEROS


def _digits(spoken: Sequence[str]) -> str:
    groups: list[_Group] = []
    written: list[str] = []
    for at, word in enumerate(spoken):
        if word.isdecimal() and at + 1 < len(spoken) and spoken[at + 1] in _FACTORS:
            groups.append(_Group(int(word), 0))
        elif word.isdecimal():
            written.append(_flush(groups) + word)
            groups = []
        elif word in _ZEROS:
            written.append(_flush(groups) + "0")
            groups = []
        else:
            _add(groups, word)
    return "".join(written) + _flush(groups)


def _add(groups: list[_Group], word: str) -> None:
    last = groups[-1] if groups else None
    if factor := _FACTORS.get(word):
        if last and factor == _THOUSAND:
            groups[-1] = _Group(0, factor, last.total * factor)
        elif last:
            groups[-1] = _Group(max(1, last.value) * factor, factor, last.whole)
        return
    value = _UNITS.get(word, _TENS.get(word, 0))
    if last and 0 < value < last.room:
        groups[-1] = _Group(last.value + value, 10 if word in _TENS else _HUNDREDS, last.whole)
    else:
        groups.append(_Group(value, 10 if word in _TENS else 0))


def _flush(groups: list[_Group]) -> str:
    return "".join(str(group.total) for group in groups)
