"""In which language a message is written: guessed once, when it is kept. Pure.

By its script, else by how many of its words are function words of a language. A guess needs four
words and a margin; in doubt there is none, and the message is read as the listener's language is.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LEAST_WORDS = 4
_LEAST_SHARE, _MARGIN, _LEAST_FOUND = 0.3, 1.5, 2
_MOST_CHARACTERS = 1000
"""The beginning tells it."""
_DATA = Path(__file__).parent / "function_words.json"
_NO_WORDS = re.compile(r"<[^<>]*+>|```[^`]*+```|`[^`\n]*+`|:[\w+-]++:|https?://\S++|&\w++;")
_WORD = re.compile(r"[^\W\d_]++(?:['’-][^\W\d_]++)*+")
_SCRIPTS = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("hi", "[\u0900-\u097f]"),
    ("ru", "[\u0400-\u04ff]"),
    ("ar", "[\u0600-\u06ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("el", "[\u0370-\u03ff]"),
    ("th", "[\u0e00-\u0e7f]"),
)
"""Japanese before Chinese: it has the signs of both. Most messages need none."""
_OTHER_SCRIPT = "[\u0370-\uffff]"
_LETTER = r"[^\W\d_]"


def guessed(text: str) -> str:
    """Return the language of a message's text in mrkdwn, such as "de"; "" in doubt."""
    bare = _NO_WORDS.sub(" ", text[:_MOST_CHARACTERS])
    if not bare.isascii() and re.search(_OTHER_SCRIPT, bare):
        letters = len(re.findall(_LETTER, bare))
        for language, pattern in _SCRIPTS:
            count = len(re.findall(pattern, bare))
            if count >= LEAST_WORDS - 1 and count * 4 >= letters:
                return language
    words = [word.lower().replace("’", "'") for word in _WORD.findall(bare)]
    return _by_words(words) if len(words) >= LEAST_WORDS else ""


def _by_words(words: list[str]) -> str:
    known = _languages_of_words()
    found: Counter[str] = Counter()
    for word in words:
        for language in known.get(word, ()):
            found[language] += 1
    ranked = [*found.most_common(2), ("", 0), ("", 0)]
    (best, count), (_, second) = ranked[0], ranked[1]
    is_clear = count >= max(_LEAST_FOUND, second * _MARGIN, second + 1)
    return best if is_clear and count >= len(words) * _LEAST_SHARE else ""


@cache
def _languages_of_words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in json.loads(_DATA.read_text(encoding="utf-8")).items():
        for word in words.split():
            found[word] = (*found.get(word, ()), language)
    return found
