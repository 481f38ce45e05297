"""What is put right in a text before its words are looked at one by one.

Letters and marks that are drawn out ("nooooo", "what?????"), lines that go on, ticked boxes, JSON.
"""

import re

from skill.rendering.signs import has_any, has_three_alike
from skill.speech.phrases import Phrases

_MARKS = re.compile(r"([!?])(?:[!?])+|\.{3,}|,{2,}")
_MANY = re.compile(r"[!?][!?]")
_LETTERS = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)
_DOUBLED_AT_AN_END = frozenset("elsf")
"""Free, all, boss, off."""
_GOES_ON = re.compile(r"(?<![ \t])[ \t]*+\\\n[ \t]*+")
"""A line that its end says to go on."""
_JSON = re.compile(r'\{"[^{}\n]{1,300}(?:\{[^{}\n]{0,300}\}[^{}\n]{0,300})?\}')
_BOX = re.compile(r"^([ \t]*+(?:[-*•] )?)\[([ xX])\](?= \S)", re.MULTILINE)
_BOXES = {" ": "☐", "x": "☑"}
"""How tasks are ticked off in Markdown, and the signs for it."""
_POINTS_IN = re.compile(r"\((?:->|=>|→|⇒) ?(?=\w)")
_NUMERALS = re.compile(r"[IVXLCDM]+")


def may_have_runs(text: str) -> bool:
    """Whether it is worth looking for letters that are drawn out."""
    return has_three_alike(text)


def letters_shortened(word: str) -> str:
    """Return a word without the letters that only its sound is drawn out by."""
    if len(word) <= 3 or _NUMERALS.fullmatch(word):
        return word
    return _LETTERS.sub(lambda found: _fewer(found, word), word)


def _fewer(found: re.Match[str], word: str) -> str:
    letter = found[0][0]
    if letter.lower() * 2 in word[: found.start()].lower():
        # "Woohoooo" ends as it begins.
        return letter * 2
    if found.end() == len(word) and letter.lower() not in _DOUBLED_AT_AN_END:
        return letter
    if found.end() == len(word) and letter.lower() == "s" and len(word) - len(found[0]) < 3:
        return letter
    return letter * 2


def may_have_many_marks(text: str) -> bool:
    """Whether it is worth looking for marks in a row."""
    return ".." in text or ",," in text or (has_any(text, b"!?") and _MANY.search(text) is not None)


def marks_shortened(text: str) -> str:
    """Return a text with one mark for many."""
    return _MARKS.sub(_one, text)


def _one(found: re.Match[str]) -> str:
    run = found[0]
    if run[0] in "!?":
        return "?!" if "?" in run and "!" in run else run[0]
    return "…" if run[0] == "." else ","


def written_out(text: str, phrases: Phrases) -> str:
    """Return a text whose lines go on where they say so, with boxes as signs and JSON in a word."""
    if "\\\n" in text:
        text = _GOES_ON.sub(" ", text)
    if '{"' in text:
        text = _JSON.sub(phrases.plain("some_json"), text)
    if "[ ]" in text or "[x]" in text.lower():
        text = _BOX.sub(lambda found: found[1] + _BOXES[found[2].lower()], text)
    if "(-" in text or "(=" in text or not text.isascii():
        text = _POINTS_IN.sub("(", text)
    return text
