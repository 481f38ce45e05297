"""The sentences of one locale: data in locales/<locale>.json; filled in here, and made SSML."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from skill.speech.keys import Key
from skill.speech.languages import LANGUAGES, language_of
from skill.speech.said import Begun, Joint, Listed, Said, Sentence, Value, all_of
from skill.speech.sentences import begun, ended, filled, joined
from skill.speech.ssml import at_rate, to_ssml

LOCALES = Path(__file__).parent / "locales"
COMPLETE = "en-US"
"""The locale that has every sentence by definition; in it others are told that they have none."""


class Phrases:
    """What can be said in one locale."""

    def __init__(self, locale: str) -> None:
        """Take the locale's sentences, else its language's; raises UnknownLocale for neither."""
        self.language = LANGUAGES[language_of(locale)]
        self.locale = _nearest(locale)
        self._sentences = _load(self.locale)

    def plain(self, key: Key, /, **variables: Value) -> str:
        """Return a sentence as plain text, to be put into another one."""
        values = {name: self.words(value) for name, value in variables.items()}
        return filled(self._sentences[key], values)

    def words(self, value: Value) -> str:
        """Return what fills a sentence as plain text."""
        match value:
            case int():
                return self.counted(value)
            case Listed(parts, joint):
                last = "" if joint is Joint.NONE else self._sentences[joint.value]
                return self.language.listed([self.words(part) for part in parts], last)
            case Begun():
                return begun(self.words(value.what))
            case Sentence():
                return self._text(value)
            case tuple():
                return joined(self._text(one) for one in value)
        return value

    def counted(self, amount: int) -> str:
        """Return a small number as a word, a larger one in digits, as books do."""
        known = self._sentences["small_numbers"].split()
        return known[amount] if 0 <= amount < len(known) else str(amount)

    def all_of(self, names: Iterable[str]) -> str:
        """Return names of which all are meant as plain text."""
        return self.words(all_of(names))

    def ssml(self, said: Said) -> str:
        """Return sentences one after another as SSML, each at its rate of speech."""
        texts = ended(self._text(one) for one in said)
        paced = groupby(zip(said, texts, strict=True), key=lambda pair: pair[0].rate)
        return " ".join(
            at_rate(to_ssml(" ".join(filter(None, (text for _, text in run)))), rate)
            for rate, run in paced
        )

    def can_say(self, said: Said) -> bool:
        """Whether the locale has all these sentences, and they are filled as they need to be."""
        try:
            return all(isinstance(self._text(one), str) for one in said)
        except (AttributeError, LookupError, TypeError, ValueError):
            return False

    def _text(self, one: Sentence) -> str:
        return self.plain(one.key, **dict(one.variables))


def _nearest(locale: str) -> str:
    available = sorted(path.stem for path in LOCALES.glob("*.json"))
    if locale in available:
        return locale
    language = language_of(locale)
    return next(name for name in available if name.split("-")[0] == language)


@cache
def _load(locale: str) -> Mapping[str, str]:
    sentences = json.loads((LOCALES / f"{locale}.json").read_text(encoding="utf-8"))
    assert isinstance(sentences, dict)
    return sentences
