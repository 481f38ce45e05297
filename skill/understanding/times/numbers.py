"""Small numbers, as they are spoken or written. Pure."""

from collections.abc import Sequence

from postbox.directory.names.ear import in_digits

_LONGEST = 2
_LONGEST_COUNT = 5
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


def count_at(spoken: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return the number below a thousand that stands at `at` and where it ends, if any."""
    for end in range(min(len(spoken), at + _LONGEST_COUNT), at, -1):
        digits = in_digits(spoken[at:end])
        alone = end == at + 1 or not any(word.isdecimal() for word in spoken[at:end])
        if alone and len(digits) == 1 and digits[0].isdecimal() and len(digits[0]) <= 3:
            return int(digits[0]), end
    return None


def number_at(spoken: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return the number below a hundred at `at` ("twenty five", "25") and where it ends, if any."""
    for end in range(min(len(spoken), at + _LONGEST), at, -1):
        value = _value(spoken[at:end])
        if value is not None:
            return value, end
    return None


def ordinal_at(spoken: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return the number of "third", "twenty first", "3rd" or "3" and where it ends, if any."""
    for end in range(min(len(spoken), at + _LONGEST), at, -1):
        *tens, last = spoken[at:end]
        ordinal = _ordinal(last)
        if ordinal is None:
            continue
        before = _value(tens) if tens else 0
        if before is not None and (not tens or (before % 10 == 0 and 0 < ordinal < 10)):
            return before + ordinal, end
    return number_at(spoken, at)


def _value(words: Sequence[str]) -> int | None:
    if len(words) > 1 and any(word.isdecimal() for word in words):
        return None
    digits = in_digits(words)
    if len(digits) != 1 or not digits[0].isdecimal() or len(digits[0]) > _LONGEST:
        return None
    if len(words) > 1 and int(digits[0]) < 20:
        # "one five" is no number of minutes.
        return None
    if len(words) > 1 and _value(words[:1]) not in {20, 30, 40, 50, 60, 70, 80, 90}:
        return None
    return int(digits[0])


def _ordinal(word: str) -> int | None:
    if word[:-2].isdecimal() and word.endswith(_ORDINAL_ENDINGS):
        return int(word[:-2])
    return _ORDINALS.get(word)


_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}
