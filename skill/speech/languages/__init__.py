"""The languages that are spoken, each with what its grammar asks for beyond whole sentences. Pure.

A language is a module here, its sentences in skill/speech/locales, and its words in the folders
`locales` of skill/understanding; its names' sounds are in postbox/directory/names.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from skill.speech.languages.english import English

Words = Callable[..., str]
"""Fills in a sentence of the locale, as Phrases.plain does."""


class UnknownLocale(LookupError):
    """A locale whose language is not spoken; in no case is it taken for another one."""


class Language(Protocol):
    """What a language does to words."""

    def listed(self, names: Sequence[str], last: str) -> str:
        """Return names as one list with `last` ("and", "or") before the last of them."""

    def is_one(self, amount: int) -> bool:
        """Whether so many things go by the word for one of them."""

    def spelled(self, text: str) -> str:
        """Return dictated text with what spelling asks for everywhere."""

    def time_of_day(self, then: datetime, words: Words) -> str:
        """Return a time by the clock as it is said."""

    def written_time(self, then: datetime, words: Words, *, with_seconds: bool = False) -> str:
        """Return a time as a message has it, minutes and all."""

    def day(self, then: datetime, words: Words, *, is_near: bool) -> str:
        """Return a day as it is said; `is_near`: its weekday tells it."""


LANGUAGES: Mapping[str, Language] = {"en": English()}


def language_of(locale: str) -> str:
    """Return the language of a locale such as en-GB, or raise UnknownLocale."""
    name = locale.split("-", maxsplit=1)[0].casefold()
    if name not in LANGUAGES:
        raise UnknownLocale(locale)
    return name
