"""Sentences one after another, so that a voice pauses between them. Pure."""

from collections.abc import Iterable

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


def _ended(text: str) -> str:
    return text if not text or text.rstrip().endswith(_ENDS) else f"{text}."
