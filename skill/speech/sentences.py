"""Sentences one after another, so that a voice pauses between them. Pure."""

import re
from collections.abc import Iterable, Mapping

_FIELD = re.compile(r"\{(\w+)\}(?:([.,:?])(?= |$))?")
"""A value in a sentence, and the mark behind it that closes what is said so far."""
_STANDING, _FULL_STOP = ("!", "?", "…", "...", "！", "？", "؟"), (".", "。", "।")
_ENDS = (".", "!", "?", ":", ";", "…", "。", "！", "？", "।", "؟")


def joined(sentences: Iterable[str]) -> str:
    """Join texts with spaces, giving each but the last an end where it has none."""
    return " ".join(ended(text for text in sentences if text))


def ended(texts: Iterable[str]) -> list[str]:
    """Give each text but the last an end where it has none; what is empty stays so."""
    given = list(texts)
    return [*map(_ended, given[:-1]), *given[-1:]]


def begun(said: str) -> str:
    """Return words as they begin a sentence."""
    return said[:1].upper() + said[1:]


def filled(sentence: str, values: Mapping[str, str]) -> str:
    """Return a sentence with its values in it; a value's own mark stands alone at its end.

    "To {names}: {text}. Send it?" with "Are you in?" is "To Ana: Are you in? Send it?".
    """

    def value(found: re.Match[str]) -> str:
        said, mark = values[found[1]], found[2] or ""
        if mark and said.endswith(_STANDING):
            return said
        return f"{said[:-1] if mark and said.endswith(_FULL_STOP) else said}{mark}"

    return _FIELD.sub(value, sentence)


def _ended(text: str) -> str:
    return text if not text or text.rstrip().endswith(_ENDS) else f"{text}."
