"""How a written word roughly sounds to an English ear, and how unlike two such sounds are. Pure.

Alexa spells what she heard by her own lexicon, so names are compared by sound. One character of a
sound is one phoneme: vowels `a e i o u`, E (day), O (go), Y (my), W (now); consonants as written,
with S (ship), C (chip), j (jam), T (thin), N (sing). The rules are coarse on purpose: they are
there to compare spellings with each other, not to speak.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from postbox.directory.names.english.data import respellings

VOWELS = frozenset("aeiouEOYW")

_LETTER_NAMES: Mapping[str, str] = {
    "a": "E", "b": "bi", "c": "si", "d": "di", "e": "i", "f": "ef", "g": "ji", "h": "EC", "i": "Y",
    "j": "jE", "k": "kE", "l": "el", "m": "em", "n": "en", "o": "o", "p": "pi", "q": "kyu",
    "r": "ar", "s": "es", "t": "ti", "u": "yu", "v": "vi", "w": "dubelyu", "x": "eks", "y": "wY",
    "z": "zi",
}  # fmt: skip
_DIGIT_NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

_RULES: tuple[tuple[str, str], ...] = (
    ("^kn", "n"), ("^gn", "n"), ("^wr", "r"), ("^ps", "s"), ("^pn", "n"), ("^x", "z"),
    ("^mc", "mak"), ("^mac(?=[^hk][a-z]{3})", "mak"), ("sch(?=oo|ed|em)", "sk"), ("sch", "S"),
    ("tch", "C"), ("chr", "kr"), ("chl", "kl"), ("ch", "C"),
    ("sh", "S"), ("th", "T"), ("ph", "f"), ("wh", "w"), ("rh", "r"), ("kh", "k"), ("zh", "j"),
    ("bh", "b"), ("dh", "d"), ("eigh", "E"), ("augh", "o"), ("ough", "o"), ("igh", "Y"),
    ("^gh", "g"), ("gh", ""), ("dg(?=[eiy])", "j"), ("dj", "j"), ("ck", "k"), ("cq", "k"),
    ("cc(?=[eiy])", "ks"), ("sc(?=[eiy])", "s"), ("ci(?=[aou])", "S"), ("c(?=[eiy])", "s"),
    ("c", "k"),
    ("que$", "k"), ("qu", "kw"), ("q", "k"), ("gu(?=[ei])", "g"), ("gg", "g"), ("g(?=[ey])", "j"),
    ("gi(?=[aou])", "j"), ("g(?=i[nao])", "j"), ("tion", "Sun"), ("sion", "Sun"), ("x", "ks"),
    ("tz", "ts"), ("cz", "C"), ("sz", "S"), ("ng$", "N"), ("ng(?=[^aeiouy])", "N"), ("mb$", "m"),
    ("dt$", "t"), ("ee|ea|ie$|ei$|ey$|y$", "i"), ("ie", "i"), ("ei|ai|ay|ey", "E"), ("oo", "u"),
    ("[ao]w(?=sk)", "of"), ("ow(?=[aeiou][a-z]*(?:ski|ska|czyk|wicz)$)", "ov"),
    ("w(?=[a-z]*(?:ski|ska|czyk|wicz)$)", "v"),
    ("ou|ow", "W"), ("oa|oe|o$", "O"), ("au|aw", "o"), ("ew|ue|eu|ui", "u"),
    ("o(?=[bdfgklmnprstvz]e$)", "O"), ("e(?=[bdfgklmnprstvz]e$)", "i"),
    ("a(?=[bdfgklmnprstvz]e$)", "E"), ("[iy](?=[bdfgklmnprstvz]e$)", "Y"),
    ("(?<=[a-z]{3})[aeiou](?=[nrl]$)", "e"), ("(?<=[a-zA-Z]{2})e$", ""),
    ("h(?=[^aeiouy]|$)", ""), ("y(?=[^aeiou]|$)", "i"),
)  # fmt: skip
_RULE = re.compile("|".join(f"(?P<r{at}>{pattern})" for at, (pattern, _) in enumerate(_RULES)))
_RUNS = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return the sound of a folded word; digits are spoken one by one, single letters by name."""
    if word.isdecimal():
        return "".join(sound(_DIGIT_NAMES[int(digit)]) for digit in word)
    if not word.isascii():
        return word
    if len(word) == 1:
        return _LETTER_NAMES.get(word, word)
    return _RUNS.sub(r"\1", _RULE.sub(_replaced, respellings().get(word, word)))


def _replaced(found: re.Match[str]) -> str:
    return _RULES[int((found.lastgroup or "r0")[1:])][1]


_CLASSES = str.maketrans(
    {
        **dict.fromkeys("pb", "P"), **dict.fromkeys("tdT", "T"), **dict.fromkeys("kg", "K"),
        **dict.fromkeys("fvw", "F"), **dict.fromkeys("sz", "Z"), **dict.fromkeys("SCj", "J"),
        **dict.fromkeys("mnN", "M"), "l": "L", "r": "R", **dict.fromkeys("yh", ""),
        **dict.fromkeys(VOWELS, ""),
    }
)  # fmt: skip


def skeleton(sounded: str) -> str:
    """Return the consonant classes of a sound, with A before a leading vowel: its bucket."""
    start = "A" if sounded.lstrip("hwy")[:1] in VOWELS else ""
    return start + _RUNS.sub(r"\1", sounded.translate(_CLASSES))
