"""The sentences of one locale: data in locales/<locale>.json, filled in and escaped here."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from skill.speech.ssml import to_ssml

LOCALES = Path(__file__).parent / "locales"
FALLBACK = "en-US"


class Phrases:
    """What can be said in one locale."""

    def __init__(self, locale: str) -> None:
        """Take the locale's sentences, else its language's, else American English."""
        self.locale = _nearest(locale)
        self._sentences = _load(self.locale)

    def __getitem__(self, key: str) -> str:
        """Return a sentence that needs nothing filled in, as SSML."""
        return self.say(key)

    def say(self, key: str, **variables: str) -> str:
        """Return a sentence as SSML, its fillings escaped."""
        escaped = {name: to_ssml(value) for name, value in variables.items()}
        return to_ssml(self._sentences[key]).format_map(escaped)

    @staticmethod
    def escaped(text: str) -> str:
        """Return plain text, as `plain` makes it, as SSML."""
        return to_ssml(text)

    def plain(self, key: str, **variables: str) -> str:
        """Return a sentence as plain text, to be put into another one."""
        return self._sentences[key].format_map(variables)


def _nearest(locale: str) -> str:
    available = sorted(path.stem for path in LOCALES.glob("*.json"))
    if locale in available:
        return locale
    language = locale.split("-")[0]
    return next((name for name in available if name.split("-")[0] == language), FALLBACK)


@cache
def _load(locale: str) -> Mapping[str, str]:
    sentences = json.loads((LOCALES / f"{locale}.json").read_text(encoding="utf-8"))
    assert isinstance(sentences, dict)
    return sentences
