"""From what is told of somebody to what is told to them: one folder a language. Pure."""

from skill.understanding.indirect.english.english import English
from skill.understanding.indirect.hearers import Hearers, Speech, Turned

_LANGUAGES = {"en": English}


def indirect(language: str) -> English | None:
    """Return what turns a language's indirect speech; None leaves words as they were spoken."""
    known = _LANGUAGES.get(language)
    return known() if known else None


__all__ = ["English", "Hearers", "Speech", "Turned", "indirect"]
