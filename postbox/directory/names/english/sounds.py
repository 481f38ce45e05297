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

_FIRST = "(?:^|(?<=^C)|(?<=^CC)|(?<=^CCC))".replace("C", "[^aeiouy]")
"""Where the vowel of the first syllable begins."""
_PAST_FIRST = "(?:(?<=^CVL)|(?<=^CCVL)|(?<=^CVVL)|(?<=^CCVVL))".translate(
    {ord("C"): "[^aeiouy]", ord("V"): "[aeiouwy]", ord("L"): "[ln]"}
)
"""Behind the l or n that ends the first syllable."""
_LATER = "(?<=[a-z]{3})(?:(?<=V)|(?<=V[a-z])|(?<=V[a-z]{2})|(?<=V[a-z]{3}))".replace(
    "V", "[aeiouy]"
)
"""Behind the first syllable: what stands last there is hardly ever stressed."""
_RULES: tuple[tuple[str, str], ...] = (
    ("^kn", "n"), ("^gn", "n"), ("wr", "r"), ("^ps", "s"), ("^pn", "n"), ("^pf", "f"), ("^x", "z"),
    ("^mc", "mak"), ("^mac(?=[^hk][a-z]{3})", "mak"), ("sch(?=oo|ed|em)", "sk"), ("sch", "S"),
    ("tch", "C"), ("chr", "kr"), ("chl", "kl"), ("ch", "C"),
    ("sh", "S"), ("th", "T"), ("ph", "f"), ("wh", "w"), ("rh", "r"), ("kh", "k"), ("zh", "j"),
    ("bh", "b"), ("dh", "d"), ("(?<=[a-z]l)eigh$", "i"), ("eigh", "E"), ("augh", "o"),
    ("ough", "o"), ("igh", "Y"),
    ("^gh|(?<=r)gh", "g"), ("gh", ""), ("dg(?=[eiy])", "j"), ("dj", "j"), ("ck", "k"), ("cq", "k"),
    ("cc(?=[eiy])", "ks"), ("sc(?=[eiy])", "s"), ("ci(?=[aou])", "S"), ("c(?=[eiy])", "s"),
    ("c", "k"),
    ("que$", "k"), ("qu", "kw"), ("q", "k"), ("gu(?=[ei])", "g"), ("gg", "g"), ("g(?=[ey])", "j"),
    ("gi(?=[aou])", "j"), ("g(?=i[nao])", "j"), ("tion", "Sun"), ("sion", "Sun"), ("x", "ks"),
    ("tz", "ts"), ("cz", "C"), ("sz", "S"), ("ng$", "N"), ("ng(?=[^aeiouy])", "N"), ("mbe?$", "m"),
    ("dt$", "t"), ("(?<=[a-z]{2})ez$", "es"), ("(?<=st)le(?=s?$)", "el"),
    ("(?<=[bcdfgkptvz])le(?=s?$)", "el"), ("(?<=k)es$|(?<=ay)es$", "s"),
    ("(?<=[lrwy]n)es$|(?<=[lai]m)es$", "s"), (f"{_PAST_FIRST}es$", "s"),
    ("(?<=[a-z][nl])ya$", "ia"), ("eaux?|aux$", "O"), ("oux$", "u"),
    ("[iuy]r(?=[bcdfgklmnpqstvz])", "er"), ("ear(?=[ln])", "er"), ("wor(?=[dklmst])", "wer"),
    (f"{_LATER}mann(?=s?$)", "men"), (f"{_LATER}[iy](?=nne?$)", "e"),
    (f"{_LATER}[aeiouy](?=[nrl]$|ll$|tt?$|n[dt]$|[rl]d$|nce$)", "e"),
    (f"{_LATER}[aeou](?=m$)", "e"),
    ("(?<=[a-z]{3})b(?:ou|o|u)rne?$", "bern"), ("(?<=[a-z]{3})b[eu]rr?y$", "beri"),
    ("(?<=[dlmnr])ham$", "em"), ("z(?=q)", "s"), ("(?<=o)ye$", "i"),
    (f"{_FIRST}[iy](?=ce$|l(?:ey|ee)$)|{_FIRST}y(?=lie$)|{_FIRST}ye?$|ai$", "Y"),
    (f"{_FIRST}(?<!^k)ey$", "E"),
    (f"{_FIRST}o(?=[bdlnsz](?:e?y|ie|ee)$|[dlns]i$)", "O"),
    (f"{_FIRST}a(?=[bcdklmnpstvz](?:e?y|ie|ee)$|ci$)", "E"),
    ("ee|ea|ie$|ey$|y$|(?:ey|ie)(?=s$)", "i"), ("ie", "i"),
    ("eye(?=[^aeiousr])|ei(?=n(?!a)|[mzgfbc]|s(?!h)|t[zer]|ler|lm|d[nel])", "Y"),
    ("ei|ai|ay|ey|ae", "E"), ("oo", "u"),
    ("[ao]w(?=sk)", "of"), ("ow(?=[aeiou][a-z]*(?:ski|ska|czyk|wicz)$)", "ov"),
    ("w(?=[a-z]*(?:ski|ska|czyk|wicz)$)", "v"),
    ("ou|ow", "W"), ("oa|oe|o$|(?<!j)oh(?=[lmn])", "O"), ("au|aw", "o"), ("ew|ue|eu|ui", "u"),
    ("o(?=[bdfgklmnprstvz]es?$)", "O"), ("e(?=[bdfgklmnprstvz]e$)", "i"),
    ("a(?=[bdfgklmnprstvz]es?$)", "E"), ("[iy](?=[bdfgklmnprstvz]es?$)", "Y"),
    ("(?<=[a-zA-Z]{2})e$", ""),
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
