"""When two names count as written alike, and when as sounding alike: this benchmark's own measure.

It only decides what is right. What is measured has measures of its own.
"""

import re
import unicodedata
from functools import cache

from benchmarks.understanding import PARTS
from benchmarks.understanding.made.banks import bank

LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th", "ı": "i"}
)
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

ALIKE = (
    ("sch", "sh"),
    ("tch", "ch"),
    ("cz", "ch"),
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "kw"),
    ("x", "ks"),
    ("ch", "C"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "sy"),
    ("c", "k"),
    ("z", "s"),
    ("y", "i"),
    ("ee", "i"),
    ("ea", "i"),
    ("ie", "i"),
    ("ei", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("ae", "e"),
    ("ai", "e"),
    ("gh", "g"),
    ("th", "t"),
    ("dt", "t"),
)


@cache
def folded(name: str) -> str:
    """Write a name in plain lower-case words: no accents, apostrophes, dashes, asides."""
    bare = re.sub(r"\(.*?\)|[|/].*", "", name.lower().translate(LETTERS))
    plain = bare if bare.isascii() else _without_accents(bare)
    words = re.sub(r"['’.]", "" if "'" in plain or "’" in plain else " ", plain)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", words).split())


def _without_accents(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@cache
def key(spoken: str) -> str:
    """Return the same for what sounds the same by the tables of names, spaces left out."""
    alike = _same_sound()
    words = re.sub(r"[0-9]", lambda digit: f" {DIGITS[int(digit[0])]} ", folded(spoken)).split()
    return "".join(alike.get(word, word) for word in words)


def sound(spoken: str) -> str:
    """Return the same for what sounds much the same by English spelling, spaces left out."""
    return _sound(key(spoken))


@cache
def _sound(letters: str) -> str:
    for written, heard in ALIKE:
        letters = letters.replace(written, heard)
    letters = re.sub(r"(?<=[aeiou])h", "", letters)
    letters = re.sub(r"(.)\1+", r"\1", letters)
    return letters[:-1] if len(letters) > 3 and letters.endswith("e") else letters


def readings(number: str) -> list[str]:
    """Return how digits may be read aloud, the likeliest first."""
    single = " ".join(DIGITS[int(digit)] for digit in number)
    if number.startswith("0") or len(number) > 4:
        return [single]
    if len(number) == 4 and number[2] != "0":
        return [f"{_below_hundred(number[:2])} {_below_hundred(number[2:])}", single]
    if len(number) == 3 and number[1] != "0":
        return [f"{DIGITS[int(number[0])]} {_below_hundred(number[1:])}", single]
    return list(dict.fromkeys([_below_hundred(number), single])) if len(number) < 3 else [single]


def _below_hundred(number: str) -> str:
    value = int(number)
    if value < 20:
        return (*DIGITS, *TEENS)[value]
    tens, ones = TENS[value // 10 - 2], value % 10
    return f"{tens} {DIGITS[ones]}" if ones else tens


@cache
def _same_sound() -> dict[str, str]:
    groups = [
        group
        for words in map(bank, PARTS)
        for group in (*words.same_first, *words.same_last, *words.same_across)
    ]
    alike: dict[str, str] = {}
    for group in groups:
        names = [folded(name) for name in group]
        joined = {alike.get(name, name) for name in names}
        alike |= {name: names[0] for name, root in alike.items() if root in joined}
        alike |= dict.fromkeys(names, names[0])
    return alike
